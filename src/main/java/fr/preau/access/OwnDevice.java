package fr.preau.access;

import fr.preau.web.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The browser that asks, when its account has entered in it and it is nobody else's. */
@Component
public class OwnDevice {
    private final Devices devices;

    OwnDevice(Devices devices) {
        this.devices = devices;
    }

    /** Its number among those of the account; nothing for the tablet of a class. */
    public Optional<Long> of(Actor actor, HttpServletRequest request) {
        if (Cookies.CLASS.read(request).isPresent()) return Optional.empty();
        return Cookies.DEVICE.read(request).flatMap(token -> devices.known(actor.account(), token));
    }
}
