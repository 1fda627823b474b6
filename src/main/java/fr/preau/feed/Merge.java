package fr.preau.feed;

import fr.preau.directory.Derivation;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Brings a staged delivery into the directory, in the order in which things depend on one another.
 */
@Component
final class Merge {
    private final StructureMerge structures;
    private final PersonMerge persons;
    private final ClassMerge classes;
    private final LinkMerge links;
    private final RoleMerge roles;
    private final Derivation derivation;
    private final JdbcClient db;

    Merge(
            StructureMerge structures,
            PersonMerge persons,
            ClassMerge classes,
            LinkMerge links,
            RoleMerge roles,
            Derivation derivation,
            JdbcClient db) {
        this.structures = structures;
        this.persons = persons;
        this.classes = classes;
        this.links = links;
        this.roles = roles;
        this.derivation = derivation;
        this.db = db;
    }

    /** What the report says of each kind, and how many other rows were written. */
    record Outcome(List<ImportReport.Line> lines, long otherChanges) {}

    Outcome run(Academy academy, Reading reading) {
        var lines = new ArrayList<ImportReport.Line>();
        var towns = structures.towns();
        lines.add(whole("services", structures.read(false), structures.services(academy)));
        lines.add(whole("écoles", structures.read(true), structures.schools(academy)));
        persons.sift(academy);
        var pupils = persons.merge(academy, Kind.PUPIL);
        var guardians = persons.merge(academy, Kind.GUARDIAN);
        var staff = persons.merge(academy, Kind.STAFF);
        persons.land(academy);
        classes.place(academy);
        lines.add(whole("classes", classes.read("CLASS"), classes.classes("CLASS")));
        lines.add(whole("groupes", classes.read("GROUP"), classes.classes("GROUP")));
        lines.add(line("élèves", reading.read(Kind.PUPIL), persons.landed(Kind.PUPIL), pupils));
        lines.add(
                line(
                        "responsables",
                        reading.read(Kind.GUARDIAN),
                        persons.landed(Kind.GUARDIAN),
                        guardians));
        lines.add(line("personnels", reading.read(Kind.STAFF), persons.landed(Kind.STAFF), staff));
        links.place(academy);
        var enrolments = classes.enrolments(academy);
        var dropped = links.drop();
        lines.add(line("liens", links.read(), links.usable(), links.merge()));
        var given = roles.merge(academy);
        var derived = derivation.deriveSchools(schools(academy));
        return new Outcome(
                lines, towns.total() + dropped + enrolments.total() + given.total() + derived);
    }

    private List<Long> schools(Academy academy) {
        return db.sql("select id from structure where kind = 'SCHOOL' and academy = :academy")
                .param("academy", academy.code)
                .query(Long.class)
                .list();
    }

    private static ImportReport.Line whole(String label, long read, Tally done) {
        return line(label, read, read, done);
    }

    private static ImportReport.Line line(String label, long read, long usable, Tally done) {
        return new ImportReport.Line(label, read, usable, done.created(), done.changed());
    }
}
