// Shows what came for this device and opens it when it is touched. Nothing is kept, and no page passes through here.
addEventListener('install', () => skipWaiting())
addEventListener('activate', event => event.waitUntil(clients.claim()))

addEventListener('push', event => {
  const { title, body, path, tag } = event.data?.json() ?? {}
  event.waitUntil(registration.showNotification(title ?? 'Préau', { body, tag, lang: 'fr', icon: '/icon.png', data: path }))
})

addEventListener('notificationclick', event => {
  event.notification.close()
  event.waitUntil(open(new URL(event.notification.data ?? '/notifications', location.origin)))
})

async function open(address) {
  if (address.origin !== location.origin) return
  const pages = await clients.matchAll({ type: 'window' })
  const page = pages.find(page => page.url === address.href)
  return page ? page.focus() : clients.openWindow(address.href)
}
