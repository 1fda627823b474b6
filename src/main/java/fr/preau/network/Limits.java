package fr.preau.network;

/** What a test may cost the platform; read from the dated figures. */
record Limits(
        int downBytes,
        int upBytes,
        int seconds,
        int windowMinutes,
        int accountTests,
        int allTests) {}
