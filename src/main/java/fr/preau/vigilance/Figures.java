package fr.preau.vigilance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The figures in force today; each is a row with its date. */
@Component
class Figures {
    private final JdbcClient db;
    private final Clock clock;

    Figures(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    enum Figure {
        WINDOW_MINUTES,
        PEOPLE,
        CLASS,
        SCHOOL,
        PERIMETER,
        NEW_DEVICE_HOURS,
        NEW_DEVICE_PEOPLE,
        SAME_TEXT_SOURCES,
        SAME_TEXT_MINUTES,
        SAME_TEXT_LENGTH,
        TRACE_HOURS,
        REMIND_HOURS,
        HOLD_DAYS,
        REPORT_DAYS,
        REPORT_MONTHS
    }

    static Map<Figure, Integer> of(String[] names, Integer[] values) {
        var figures = new EnumMap<Figure, Integer>(Figure.class);
        for (var n = 0; n < names.length; n++) figures.put(Figure.valueOf(names[n]), values[n]);
        return figures;
    }

    Map<Figure, Integer> today() {
        var figures = new EnumMap<Figure, Integer>(Figure.class);
        db.sql(
                        """
                        select distinct on (figure) figure, value from vigilance_figure where valid_from <= :today order by figure, valid_from desc
                        """)
                .param("today", LocalDate.now(clock))
                .query(row -> {
                    figures.put(Figure.valueOf(row.getString("figure")), row.getInt("value"));
                });
        return figures;
    }
}
