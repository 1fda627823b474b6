package fr.preau.messages;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A region has tens of millions of boxes: nobody looks through them all for two persons. */
@School
class BoxesTest {
    @Autowired MoveMessages moves;
    @Autowired ErasedMessages erased;
    @Autowired Walls walls;
    @Autowired JdbcClient db;

    private long person(String kind, String first) {
        return db.sql(
                        "select id from person where kind = :kind and first_name = :first and academy = '11' order by id limit 1")
                .param("kind", kind)
                .param("first", first)
                .query(Long.class)
                .single();
    }

    /**
     * How often every row of these tables was read while this was done, an index being preferred.
     */
    private long wholeReadings(Runnable work) {
        db.sql("select set_config('enable_seqscan', 'off', true)").query(String.class).single();
        var before = readings();
        work.run();
        return readings() - before;
    }

    private long readings() {
        return db.sql(
                        "select coalesce(sum(seq_scan), 0) from pg_stat_xact_user_tables where relname in ('message', 'message_box')")
                .query(Long.class)
                .single();
    }

    @Test
    void two_adults_become_one() {
        walls.as(
                Wall.DIRECTORY,
                () -> {
                    var kept = person("GUARDIAN", "Amina");
                    var absorbed = person("GUARDIAN", "Thomas");
                    assertThat(wholeReadings(() -> moves.move(kept, absorbed))).isZero();
                });
    }

    @Test
    void an_adult_is_erased() {
        walls.as(
                Wall.DIRECTORY,
                () -> {
                    var persons = new long[] {person("STAFF", "Julien")};
                    assertThat(wholeReadings(() -> erased.erase(persons, new long[0]))).isZero();
                });
    }

    @Test
    void for_a_child_they_are_looked_through() {
        walls.as(
                Wall.DIRECTORY,
                () -> {
                    var kept = person("PUPIL", "Yanis");
                    var absorbed = person("PUPIL", "Jade");
                    assertThat(wholeReadings(() -> moves.move(kept, absorbed)))
                            .as("the premise: a whole reading is seen")
                            .isOne();
                });
    }
}
