package fr.preau.disputes;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The figures of the day: when a deadline is near, how many pieces, how heavy. */
@Component
class Rules {
    private final JdbcClient db;
    private final Clock clock;

    Rules(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    enum Rule {
        REMIND_DAYS,
        PIECES,
        PIECE_BYTES
    }

    int today(Rule rule) {
        return db.sql(
                        "select value from dispute_rule where name = :name and from_on <= :today order by from_on desc limit 1")
                .param("name", rule.name())
                .param("today", LocalDate.now(clock))
                .query(Integer.class)
                .single();
    }
}
