package fr.preau.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/**
 * Against forged forms: a random value in a cookie that only this host can set, repeated (masked)
 * in each form. It outlives the session, so that a form sent after a lost session is still known to
 * be ours, and can be kept.
 */
class FormTokens implements CsrfTokenRepository {
    private static final String HEADER = "X-Preau-Form";
    private static final String FIELD = "_csrf";

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return new DefaultCsrfToken(HEADER, FIELD, Tokens.make(256));
    }

    @Override
    public void saveToken(
            @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (token == null) Cookies.FORM.clear(request, response);
        else Cookies.FORM.write(request, response, token.getToken());
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return Cookies.FORM
                .read(request)
                .map(value -> new DefaultCsrfToken(HEADER, FIELD, value))
                .orElse(null);
    }
}
