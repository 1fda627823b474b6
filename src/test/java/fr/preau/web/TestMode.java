package fr.preau.web;

import org.springframework.mock.env.MockEnvironment;

/** A mode by its name, for what is tested without the application. */
public final class TestMode {
    private TestMode() {}

    public static Mode of(String kind) {
        return new Mode(new MockEnvironment().withProperty("preau.mode", kind));
    }
}
