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
    private final Recognition recognition;
    private final Completion completion;
    private final Sifting sifting;
    private final PersonMerge persons;
    private final ClassMerge classes;
    private final SeatMerge seats;
    private final LinkMerge links;
    private final RoleMerge roles;
    private final LeaverMerge leavers;
    private final Touched touched;
    private final Derivation derivation;
    private final JdbcClient db;

    Merge(
            StructureMerge structures,
            Recognition recognition,
            Completion completion,
            Sifting sifting,
            PersonMerge persons,
            ClassMerge classes,
            SeatMerge seats,
            LinkMerge links,
            RoleMerge roles,
            LeaverMerge leavers,
            Touched touched,
            Derivation derivation,
            JdbcClient db) {
        this.structures = structures;
        this.recognition = recognition;
        this.completion = completion;
        this.sifting = sifting;
        this.persons = persons;
        this.classes = classes;
        this.seats = seats;
        this.links = links;
        this.roles = roles;
        this.leavers = leavers;
        this.touched = touched;
        this.derivation = derivation;
        this.db = db;
    }

    /** What the report says of each kind, how many other rows were written, and who leaves. */
    record Outcome(
            List<ImportReport.Line> lines,
            long otherChanges,
            long departed,
            long returned,
            List<LeaverMerge.Share> suspicious) {}

    Outcome run(Academy academy, Delivery delivery, Reading reading, Progress progress) {
        var lines = new ArrayList<ImportReport.Line>();
        progress.step("structures");
        var other = structures.towns().total();
        var services = structures.services(academy);
        var schools = structures.schools(academy);
        lines.add(whole("services", structures.read(false), services));
        lines.add(whole("écoles", structures.read(true), schools));
        // Every delta repeats all the structures: most evenings nothing of them has changed.
        var moved = services.plus(schools).total() > 0;
        if (moved) other += derivation.deriveTree(structures.schoolsOf(academy));
        progress.step("contrôles");
        var fresh = touched.isFresh(academy);
        recognition.persons(academy);
        if (!delivery.full()) completion.complete(academy);
        sifting.sift(academy);
        var people = persons(academy, reading, progress);
        progress.step("classes");
        classes.place(academy, delivery);
        recognition.classes();
        lines.add(whole("classes", classes.read("CLASS"), classes.classes("CLASS")));
        lines.add(whole("groupes", classes.read("GROUP"), classes.classes("GROUP")));
        lines.addAll(people);
        other += seats.merge(academy, fresh).total();
        other +=
                derivation.deriveCircles(
                        moved ? structures.schoolsOf(academy) : classes.schoolsWithNewClasses());
        progress.step("liens");
        other += links(academy, fresh, lines);
        other += roles.merge(academy).total();
        progress.step("départs");
        leavers.find(academy, delivery, reading);
        var returned = persons.comeBack();
        var suspicious = suspicious(academy, delivery, reading);
        var departed = leavers.depart();
        progress.step("appartenances");
        other += derivation.derivePersons(Touched.all(fresh));
        return new Outcome(lines, other + departed, departed, returned, suspicious);
    }

    private List<ImportReport.Line> persons(Academy academy, Reading reading, Progress progress) {
        progress.step("élèves");
        var pupils = persons.merge(academy, Kind.PUPIL);
        progress.step("responsables");
        var guardians = persons.merge(academy, Kind.GUARDIAN);
        progress.step("personnels");
        var staff = persons.merge(academy, Kind.STAFF);
        persons.land(academy);
        return List.of(
                line("élèves", reading, Kind.PUPIL, pupils),
                line("responsables", reading, Kind.GUARDIAN, guardians),
                line("personnels", reading, Kind.STAFF, staff));
    }

    private ImportReport.Line line(String label, Reading reading, Kind kind, Tally done) {
        return line(label, reading.read(kind), persons.landed(kind), done);
    }

    private long links(Academy academy, boolean fresh, List<ImportReport.Line> lines) {
        links.place(academy);
        links.remember();
        var dropped = links.drop();
        lines.add(line("liens", links.read(), links.usable(), links.merge(fresh)));
        return dropped;
    }

    /** Kinds of which too many leave, or of which a full delivery says nothing any more. */
    private List<LeaverMerge.Share> suspicious(
            Academy academy, Delivery delivery, Reading reading) {
        var leaving = leavers.counted();
        if (leaving.isEmpty() && !delivery.full()) return List.of();
        var threshold = leavers.threshold();
        var found = new ArrayList<LeaverMerge.Share>();
        for (var kind : Kind.values()) {
            var leave = leaving.getOrDefault(kind, 0L);
            var silent = delivery.full() && reading.read(kind) == 0;
            if (leave == 0 && !silent) continue;
            var enough = silent ? Long.MAX_VALUE : LeaverMerge.Share.enough(leave, threshold);
            var here =
                    kind == Kind.STRUCTURE
                            ? structures.known(academy)
                            : leavers.known(academy, delivery, kind, enough);
            var emptied = silent && here > 0;
            var share = new LeaverMerge.Share(kind, emptied ? here : leave, here);
            if (emptied || share.isSuspicious(threshold)) found.add(share);
        }
        return found;
    }

    private static ImportReport.Line whole(String label, long read, Tally done) {
        return line(label, read, read, done);
    }

    private static ImportReport.Line line(String label, long read, long usable, Tally done) {
        return new ImportReport.Line(label, read, usable, done.created(), done.changed());
    }
}
