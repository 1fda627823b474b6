package fr.preau.access;

import java.net.InetAddress;
import java.time.Duration;
import java.util.HexFormat;

/** How guessing is slowed down. Pure. */
final class DoorPolicy {
    /** CNIL 2022-100: an unlock code of a held device is blocked after three tries. */
    static final int PICTURE_TRIES = 3;

    /**
     * Failures from one address in ten minutes; a school of three hundred behind one address stays
     * far below.
     */
    static final int ADDRESS_FAILURES = 150;

    static final Duration SPRAY_WINDOW = Duration.ofMinutes(5);
    private static final int SPRAYED = 100;

    static final Duration ADDRESS_WINDOW = Duration.ofMinutes(10);
    private static final int FREE_TRIES = 5;
    private static final Duration LONGEST = Duration.ofHours(1);

    private DoorPolicy() {}

    /**
     * Who is counted: the address, or in version 6 its network of 64 bits, whose addresses one
     * household changes at will.
     */
    static String networkOf(String address) {
        try {
            var bytes = InetAddress.ofLiteral(address).getAddress();
            return HexFormat.of().formatHex(bytes, 0, bytes.length == 16 ? 8 : bytes.length);
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    /** The part of a network that somebody stays in: 24 bits, in version 6 forty-eight. */
    static String neighbourhoodOf(String address) {
        try {
            var bytes = InetAddress.ofLiteral(address).getAddress();
            return HexFormat.of().formatHex(bytes, 0, bytes.length == 16 ? 6 : 3);
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    /**
     * Whether failures of the last five minutes are one guess on each of many accounts: that many
     * accounts have failed where they have never entered, and far more than have entered for the
     * first time where they were. On the first Monday of a school year many fail, and many more
     * enter; on the others children are where they have been before, and count in neither.
     */
    static boolean isSpray(long failed, long entered) {
        return failed >= SPRAYED && failed > 3 * entered;
    }

    /** Failures that an address may still have when guesses are made everywhere. */
    static int mostFailures(boolean sprayed) {
        return sprayed ? ADDRESS_FAILURES / 15 : ADDRESS_FAILURES;
    }

    /**
     * How long an account waits after this many failures in a row: nothing for the first five, then
     * 30 s, doubling up to an hour.
     */
    static Duration waitAfter(int failures) {
        if (failures < FREE_TRIES) return Duration.ZERO;
        var wait = Duration.ofSeconds(30L << Math.min(failures - FREE_TRIES, 10));
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
