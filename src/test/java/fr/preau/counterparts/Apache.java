package fr.preau.counterparts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A real Apache with the CAS and OpenID Connect modules of Debian, in front of pages of its own.
 */
final class Apache implements AutoCloseable {
    private static final Path MODULES = Path.of("/usr/lib/apache2/modules");
    private static final Path PROGRAM = Path.of("/usr/sbin/apache2");

    private final Path home;
    private final int port;
    private Process process;

    Apache() {
        try {
            home = Files.createTempDirectory("apache");
            try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = free.getLocalPort();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isInstalled() {
        return Files.isExecutable(PROGRAM)
                && Files.exists(MODULES.resolve("mod_auth_cas.so"))
                && Files.exists(MODULES.resolve("mod_auth_openidc.so"));
    }

    String address(String path) {
        return "http://localhost:" + port + path;
    }

    /** Starts with the modules that protect pages, set up as a service would be. */
    void start(String preau, String secret) throws IOException, InterruptedException {
        var root = Files.createDirectories(home.resolve("pages"));
        for (var page : new String[] {"cas", "oidc"}) {
            Files.createDirectories(root.resolve(page));
            Files.writeString(
                    root.resolve(page).resolve("index.html"), "La page de " + page + "\n");
        }
        var visits = Files.createDirectories(home.resolve("visits"));
        // Its children run as somebody else when the tests run as root.
        for (var folder :
                new Path[] {home, root, visits, root.resolve("cas"), root.resolve("oidc")})
            folder.toFile().setExecutable(true, false);
        for (var folder : new Path[] {home, visits}) {
            folder.toFile().setReadable(true, false);
            folder.toFile().setWritable(true, false);
        }
        var settings = home.resolve("apache.conf");
        Files.writeString(
                settings,
                """
                ServerRoot %1$s
                ServerName localhost
                Listen 127.0.0.1:%2$d
                PidFile %1$s/pid
                ErrorLog %1$s/error.log
                LogLevel warn auth_cas:debug auth_openidc:info
                Mutex file:%1$s
                DocumentRoot %1$s/pages
                LoadModule mpm_event_module %3$s/mod_mpm_event.so
                LoadModule authn_core_module %3$s/mod_authn_core.so
                LoadModule authz_core_module %3$s/mod_authz_core.so
                LoadModule authz_user_module %3$s/mod_authz_user.so
                LoadModule dir_module %3$s/mod_dir.so
                LoadModule mime_module %3$s/mod_mime.so
                LoadModule headers_module %3$s/mod_headers.so
                LoadModule auth_cas_module %3$s/mod_auth_cas.so
                LoadModule auth_openidc_module %3$s/mod_auth_openidc.so
                TypesConfig /etc/mime.types
                DirectoryIndex index.html
                %4$s
                Header always set X-User "expr=%%{REMOTE_USER}"
                CASVersion 2
                CASLoginURL %5$s/cas/login
                CASValidateURL %5$s/cas/p3/serviceValidate
                CASCookiePath %1$s/visits/
                CASRootProxiedAs http://localhost:%2$d
                CASSSOEnabled On
                CASDebug On
                OIDCProviderMetadataURL %5$s/.well-known/openid-configuration
                OIDCClientID apache
                OIDCClientSecret %6$s
                OIDCRedirectURI http://localhost:%2$d/oidc/retour
                OIDCCryptoPassphrase %6$s
                OIDCPKCEMethod S256
                OIDCScope "openid"
                OIDCRemoteUserClaim sub
                OIDCPassClaimsAs headers
                <Location /cas>
                AuthType CAS
                CASScope /
                CASAuthNHeader X-Cas-User
                Require valid-user
                </Location>
                <Location /oidc>
                AuthType openid-connect
                Require valid-user
                Header always set X-Given-Name "expr=%%{req_novary:OIDC_CLAIM_given_name}"
                </Location>
                """
                        .formatted(
                                home,
                                port,
                                MODULES,
                                "root".equals(System.getProperty("user.name"))
                                        ? "User www-data\nGroup www-data"
                                        : "",
                                preau,
                                secret));
        process =
                new ProcessBuilder(PROGRAM.toString(), "-X", "-f", settings.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(home.resolve("output.log").toFile())
                        .start();
        listening();
    }

    private void listening() throws InterruptedException {
        for (var tries = 0; process.isAlive() && tries < 200; tries++) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (socket.isConnected()) return;
            } catch (IOException e) {
                process.waitFor(50, TimeUnit.MILLISECONDS);
            }
        }
        throw new IllegalStateException(log());
    }

    /** What it says of itself, for a test that fails. */
    String log() {
        try {
            var errors = home.resolve("error.log");
            return Files.readString(home.resolve("output.log"))
                    + (Files.exists(errors) ? Files.readString(errors) : "");
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Override
    public void close() throws IOException {
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            process.onExit().join();
        }
        try (var all = Files.walk(home)) {
            all.sorted(java.util.Comparator.reverseOrder()).forEach(one -> one.toFile().delete());
        }
    }
}
