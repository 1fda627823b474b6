package fr.preau.access;

import org.jspecify.annotations.Nullable;

/**
 * An address of this site to come back to; anything that could lead elsewhere becomes the home
 * page.
 */
public final class LocalPath {
    private LocalPath() {}

    /** The address itself when it is one of ours, else the home page. */
    public static String of(@Nullable String typed) {
        return typed != null && typed.matches("/[A-Za-z0-9][A-Za-z0-9/_.?=&%:+~,-]*") ? typed : "/";
    }
}
