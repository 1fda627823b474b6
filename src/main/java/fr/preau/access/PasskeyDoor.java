package fr.preau.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One question and one answer with a device: asked of this browser, answered once, verified. */
@Component
class PasskeyDoor {
    private final Passkeys passkeys;
    private final PasskeyCeremony ceremony;

    PasskeyDoor(Passkeys passkeys, PasskeyCeremony ceremony) {
        this.passkeys = passkeys;
        this.ceremony = ceremony;
    }

    /** The bytes to be signed, tied to this browser by a cookie. */
    byte[] ask(@Nullable Long account, HttpServletRequest request, HttpServletResponse response) {
        var cookie = Tokens.make(256);
        Cookies.CHALLENGE.write(request, response, cookie);
        return passkeys.ask(cookie, account);
    }

    /** The bytes that this browser was asked to sign; a second answer finds none. */
    Optional<byte[]> asked(@Nullable Long account, HttpServletRequest request) {
        return Cookies.CHALLENGE.read(request).flatMap(cookie -> passkeys.asked(cookie, account));
    }

    /** Whose key the answer proves to be there. */
    Optional<Long> holder(String answer, HttpServletRequest request) {
        var challenge = asked(null, request);
        var key = ceremony.credentialOf(answer).flatMap(passkeys::find);
        if (challenge.isEmpty() || key.isEmpty()) return Optional.empty();
        var count = ceremony.proved(request, challenge.get(), answer, key.get());
        count.ifPresent(n -> passkeys.used(key.get(), n));
        return count.map(n -> key.get().account());
    }
}
