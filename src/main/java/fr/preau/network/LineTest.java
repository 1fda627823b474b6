package fr.preau.network;

import java.time.Instant;

/** A test of the line, as the browser of a class measured it. */
public record LineTest(
        long id,
        Instant at,
        String room,
        DeviceKind device,
        int downKbit,
        int upKbit,
        int latencyMs,
        int pageMs) {}
