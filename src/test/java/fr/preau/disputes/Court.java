package fr.preau.disputes;

import com.zaxxer.hikari.HikariDataSource;
import fr.preau.School;
import fr.preau.Superuser;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.access.TestDoor;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The two parties before their page, on the day that a test gives. */
class Court {
    private final Visitors visitors;
    private final TestDoor door;
    private final School.SettableClock clock;
    private final HikariDataSource pool;

    Court(Visitors visitors, TestDoor door, School.SettableClock clock, HikariDataSource pool) {
        this.visitors = visitors;
        this.door = door;
        this.clock = clock;
        this.pool = pool;
    }

    /** It is nine in the morning of this day. */
    Court on(String day) {
        clock.setTo(LocalDate.parse(day).atTime(9, 0).atZone(School.PARIS).toInstant());
        return this;
    }

    /** Somebody of the cast who has just come in. */
    Visitor as(String login) {
        var visitor = visitors.stranger();
        visitor.cookie("preau", door.enter(login));
        return visitor;
    }

    /** The address of a procedure that somebody opens on this day. */
    String open(String login, long agreement, String words) {
        var who = as(login);
        var form = who.form(who.open("/disputes/new?agreement=" + agreement), "/disputes");
        return form.fill("words", words).sendOnly().location();
    }

    /** The form of an act, as the page gives it. */
    Visitor.Form form(Visitor who, String dispute, StepKind kind) {
        var page = who.open(dispute + "/steps/new?kind=" + kind);
        return who.form(page, dispute + (kind.isLetter() ? "/letters" : "/steps"));
    }

    /** The act done on the day of the clock, with what it needs. */
    Visitor.Answer act(String login, String dispute, StepKind kind) {
        return send(form(as(login), dispute, kind), kind);
    }

    /** The same, of which the party says that it was done on that day. */
    Visitor.Answer act(String login, String dispute, StepKind kind, String day) {
        return send(form(as(login), dispute, kind).fill("day", day), kind);
    }

    private static Visitor.Answer send(Visitor.Form form, StepKind kind) {
        if (kind.isLetter()) form.fill("number", "2c 123 456 7890 1");
        if (kind.takesWords()) form.fill("words", "Ce qui est dit ici");
        if (kind == StepKind.PROPOSED) form.fill("meets", form.value("day"));
        return form.send();
    }

    List<String> rows(String query) {
        try (var all = Superuser.connect(pool, "preau");
                var sql = all.createStatement();
                var rows = sql.executeQuery(query)) {
            var found = new ArrayList<String>();
            while (rows.next()) found.add(rows.getString(1));
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void run(String statement) {
        try (var all = Superuser.connect(pool, "preau");
                var sql = all.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
