package fr.preau.network;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hands {@link Brought} to a handler. */
@Component
class BroughtResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {
    private static final int PIECE = 16_384;

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Brought.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binder)
            throws IOException {
        var request = web.getNativeRequest(HttpServletRequest.class);
        if (request == null || request.getContentLengthLong() > Brought.MOST)
            return new Brought(Brought.MOST + 1);
        return new Brought(counted(request.getInputStream()));
    }

    private static int counted(InputStream body) throws IOException {
        var piece = new byte[PIECE];
        var bytes = 0;
        for (int n; bytes <= Brought.MOST && (n = body.read(piece)) >= 0; ) bytes += n;
        return Math.min(bytes, Brought.MOST + 1);
    }
}
