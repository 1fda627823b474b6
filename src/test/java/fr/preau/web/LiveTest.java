package fr.preau.web;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import fr.preau.School;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@School
class LiveTest {
    @Autowired Live live;

    @Test
    void an_import_knows_that_pages_are_served_beside_it() {
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> {
                    while (!live.isHeard()) Thread.onSpinWait();
                });
    }
}
