package fr.preau.classes;

import org.jspecify.annotations.Nullable;

/**
 * A class or a group that the actor administers or teaches today; {@code levels} reads « CP » or «
 * 11 CE1, 13 CE2 ».
 */
public record SchoolClass(
        long school,
        String schoolName,
        long id,
        String kind,
        String label,
        @Nullable String feedLabel,
        String source,
        boolean administered,
        int pupils,
        @Nullable String levels) {
    public boolean isGroup() {
        return kind.equals("GROUP");
    }

    /** Made by the school; the others are born from the feed and end with it. */
    public boolean isLocal() {
        return source.equals("LOCAL");
    }

    /** The pupils of a class that ONDE knows are chosen there, one by one here. */
    public boolean isComposedHere() {
        return isGroup() || isLocal();
    }

    public boolean isRenamed() {
        return feedLabel != null && !feedLabel.equals(label);
    }

    public String path() {
        return "/classes/" + id;
    }
}
