package fr.preau.onde;

import static fr.preau.web.Wording.t;

import fr.preau.onde.Plan.Candidate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom a guardian's line is about: the same names and a child in common, else the same e-mail and
 * first name. A namesake without either is only proposed.
 */
record GuardianMatch(
        Known.@Nullable Guardian guardian, List<Candidate> candidates, @Nullable Remark remark) {
    static GuardianMatch of(
            Line line, Set<Long> children, SchoolIndex school, @Nullable String choice) {
        var namesakes = school.guardians().sameAs(line.names());
        var related =
                namesakes.stream()
                        .filter(g -> !Collections.disjoint(g.childrenHere(), children))
                        .toList();
        if (related.isEmpty()) related = sameMail(line, school);
        if (related.size() == 1) return new GuardianMatch(related.getFirst(), List.of(), null);
        if (!related.isEmpty())
            return chosen(related, choice, Remark.blocking("guardian-namesakes"));
        return namesakes.isEmpty()
                ? new GuardianMatch(null, List.of(), null)
                : chosen(namesakes, choice, Remark.warning("guardian-namesake"));
    }

    private static List<Known.Guardian> sameMail(Line line, SchoolIndex school) {
        return school.byMail().getOrDefault(SchoolIndex.mail(line.email()), List.of()).stream()
                .filter(g -> Plain.of(g.firstName()).equals(Plain.of(line.firstName())))
                .toList();
    }

    private static GuardianMatch chosen(
            List<Known.Guardian> alike, @Nullable String choice, Remark otherwise) {
        var candidates = new ArrayList<Candidate>();
        for (var guardian : alike)
            candidates.add(
                    new Candidate(
                            Long.toString(guardian.id()),
                            guardian.email() == null
                                    ? guardian.name()
                                    : guardian.name() + ", " + guardian.email()));
        candidates.add(new Candidate(Plan.NEW, t("onde.candidate.guardian.new")));
        if (Plan.NEW.equals(choice)) return new GuardianMatch(null, candidates, null);
        for (var guardian : alike)
            if (Long.toString(guardian.id()).equals(choice))
                return new GuardianMatch(guardian, candidates, null);
        return new GuardianMatch(null, candidates, otherwise);
    }
}
