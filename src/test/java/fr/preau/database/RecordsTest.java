package fr.preau.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.School;
import fr.preau.web.Profile;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@School
class RecordsTest {
    @Autowired JdbcClient db;

    private record Sent(
            long id,
            String firstName,
            Instant sentAt,
            @Nullable Instant readAt,
            @Nullable Long folder,
            LocalDate day,
            Profile profile,
            boolean unread) {}

    @Test
    void a_record_is_made_of_the_columns_that_its_components_name() {
        assertThat(
                        db.sql(
                                        """
                                        select 7 as id, 'Tom' as first_name, timestamptz '2024-09-10 08:25:00.5+02' as sent_at, null::timestamptz as read_at,
                                               null::bigint as folder, date '2024-09-10' as day, 'PUPIL' as profile, true as unread, 'more' as nobody_asks
                                        """)
                                .query(Sent.class)
                                .list())
                .containsExactly(
                        new Sent(
                                7,
                                "Tom",
                                Instant.parse("2024-09-10T06:25:00.5Z"),
                                null,
                                null,
                                LocalDate.of(2024, 9, 10),
                                Profile.PUPIL,
                                true));
    }

    private record Named(String firstName) {}

    @Test
    void a_column_may_have_the_components_own_name_but_must_be_there() {
        assertThat(db.sql("select 'Tom' as firstName").query(Named.class).single())
                .isEqualTo(new Named("Tom"));
        assertThatThrownBy(() -> db.sql("select 'Tom' as last_name").query(Named.class).single())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void what_is_no_record_is_read_as_before() {
        assertThat(db.sql("select 7").query(Long.class).single()).isEqualTo(7);
        assertThat(db.sql("select null::text").query(String.class).list()).containsOnlyNulls();
    }
}
