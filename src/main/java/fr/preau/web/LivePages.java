package fr.preau.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.time.Duration;
import org.apache.coyote.http11.upgrade.InternalHttpUpgradeHandler;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SSLSupport;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Answers with a {@link LivePage}: the head of the answer is sent, the request ends, and its socket
 * is handed over as Tomcat does for its own WebSockets. A request that stayed open would keep five
 * times as much memory for as long as the page is (its buffers, its headers, its session).
 */
@Component
final class LivePages implements HandlerMethodReturnValueHandler {
    /**
     * A page begins anew after this long, and so is admitted anew: access that has ended is not
     * followed for longer.
     */
    private static final Duration LISTENS_FOR = Duration.ofSeconds(50);

    @Override
    public boolean supportsReturnType(MethodParameter type) {
        return type.getParameterType() == LivePage.class;
    }

    @Override
    public void handleReturnValue(
            @Nullable Object page,
            MethodParameter type,
            ModelAndViewContainer container,
            NativeWebRequest web)
            throws IOException, ServletException {
        container.setRequestHandled(true);
        var request = web.getNativeRequest(HttpServletRequest.class);
        var response = web.getNativeResponse(HttpServletResponse.class);
        if (!(page instanceof LivePage live) || request == null || response == null) return;
        try {
            response.setContentType("text/event-stream");
            response.setHeader("Cache-Control", "no-store");
            // Its end is the end of the connection: nothing frames what is said later.
            response.setHeader("Connection", "close");
            // A proxy that gathers what it passes on would keep the news.
            response.setHeader("X-Accel-Buffering", "no");
            response.flushBuffer();
            request.upgrade(Handover.class).page = live;
        } catch (IOException | ServletException | RuntimeException e) {
            // Whoever has gone before the handover is told nothing: nobody else would forget them.
            live.leave();
            throw e;
        }
    }

    /** What Tomcat calls for the socket from now on. It makes it itself, hence public. */
    public static final class Handover implements InternalHttpUpgradeHandler {
        private @Nullable LivePage page;
        private @Nullable SocketWrapperBase<?> socket;

        @Override
        public void setSocketWrapper(SocketWrapperBase<?> wrapper) {
            wrapper.setReadTimeout(LISTENS_FOR.toMillis());
            socket = wrapper;
        }

        @Override
        public void init(WebConnection connection) {
            if (page != null && socket != null) page.open(socket);
        }

        /** A page says nothing: whatever happens on its side, or for too long, is its end. */
        @Override
        public SocketState upgradeDispatch(SocketEvent event) {
            return event == SocketEvent.OPEN_READ && isSilent()
                    ? SocketState.UPGRADED
                    : SocketState.CLOSED;
        }

        /** Tomcat asks once at the handover, before anything has come. */
        private boolean isSilent() {
            try {
                return socket != null && !socket.isReadyForRead();
            } catch (IOException e) {
                return false;
            }
        }

        @Override
        public void destroy() {
            if (page != null) page.leave();
        }

        @Override
        public void timeoutAsync(long now) {}

        @Override
        public void setSslSupport(SSLSupport support) {}

        @Override
        public void pause() {}
    }
}
