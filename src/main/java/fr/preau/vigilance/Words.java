package fr.preau.vigilance;

import static fr.preau.web.Wording.t;

import fr.preau.web.Problems;

/** A few words that go with a decision or a report. */
final class Words {
    static final int LONGEST = 500;

    private Words() {}

    static Problems check(String words, String field) {
        var problems = new Problems();
        if (words.isEmpty()) problems.add(field, t("vigilance.problem.word"));
        checkLength(problems, words, field);
        return problems;
    }

    static void checkLength(Problems problems, String words, String field) {
        if (words.codePointCount(0, words.length()) > LONGEST)
            problems.add(field, t("vigilance.problem.long", LONGEST));
    }
}
