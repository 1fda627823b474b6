package fr.preau.access;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * The twelve pictures of the code: distinct objects that small children recognise and name. Four of
 * them, repeats allowed: 14.3 bits.
 */
public final class Pictures {
    public static final List<String> ALL =
            List.of(
                    "cat", "sun", "boat", "apple", "tree", "fish", "house", "star", "flower",
                    "ball", "car", "moon");
    public static final int LENGTH = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Pictures() {}

    static boolean isCode(List<String> typed) {
        return typed.size() == LENGTH && ALL.containsAll(typed);
    }

    /** What is hashed. */
    static String secret(List<String> code) {
        return String.join(" ", code);
    }

    /** Four different pictures drawn by lot, to propose to a teacher. */
    static List<String> propose() {
        var left = new ArrayList<>(ALL);
        var code = new ArrayList<String>();
        while (code.size() < LENGTH) code.add(left.remove(RANDOM.nextInt(left.size())));
        return code;
    }

    /**
     * An animal for each child, always the same: recognised before letters are. Twelve: see {@link
     * fr.preau.web.Screen#colourOf}.
     */
    public static String avatar(long person) {
        var animals =
                List.of(
                        "bear",
                        "rabbit",
                        "fox",
                        "frog",
                        "lion",
                        "owl",
                        "panda",
                        "penguin",
                        "mouse",
                        "turtle",
                        "ladybird",
                        "elephant");
        return animals.get((int) Math.floorMod(person, (long) animals.size()));
    }
}
