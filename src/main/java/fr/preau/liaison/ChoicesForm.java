package fr.preau.liaison;

import static fr.preau.web.Wording.t;

import fr.preau.web.Problems;
import fr.preau.web.Typed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the author lets families answer, as typed. {@code asks}: nothing, a usual set of answers, or
 * {@code own}, one a line.
 */
public record ChoicesForm(@Nullable String asks, @Nullable String own) {
    static final int MOST = 6;
    static final int LONGEST = 80;

    /** What a request offers. */
    public enum Asking {
        NOTHING,
        YES_NO,
        YES_NO_CONDITIONS,
        OWN;

        public String label() {
            return t("liaison.asking." + name());
        }

        public String hint() {
            return t("liaison.asking." + name() + ".hint");
        }
    }

    public ChoicesForm {
        asks = Typed.clean(asks);
        own = Typed.clean(own);
    }

    static ChoicesForm of(Map<String, List<String>> typed) {
        return new ChoicesForm(
                typed.getOrDefault("asks", List.of("")).getFirst(),
                typed.getOrDefault("own", List.of("")).getFirst());
    }

    /** What is not one of them asks nothing; a note without choices is signed. */
    public Asking asking() {
        for (var asking : Asking.values()) if (asking.name().equals(asks)) return asking;
        return Asking.NOTHING;
    }

    boolean authorises() {
        return asking() != Asking.NOTHING;
    }

    List<Choice> choices() {
        return switch (asking()) {
            case NOTHING -> List.of();
            case YES_NO -> numbered(List.of(Choice.Kind.YES, Choice.Kind.NO));
            case YES_NO_CONDITIONS ->
                    numbered(List.of(Choice.Kind.YES, Choice.Kind.NO, Choice.Kind.CONDITIONS));
            case OWN -> owned();
        };
    }

    private static List<Choice> numbered(List<Choice.Kind> kinds) {
        var choices = new ArrayList<Choice>();
        for (var kind : kinds)
            choices.add(new Choice(choices.size() + 1, kind, t("liaison.choice." + kind)));
        return choices;
    }

    private List<Choice> owned() {
        var choices = new ArrayList<Choice>();
        for (var line : lines()) choices.add(new Choice(choices.size() + 1, Choice.Kind.OWN, line));
        return choices;
    }

    private List<String> lines() {
        return own.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** An answer that nobody waits for until a day is no request. */
    void check(NoteForm form, Problems problems) {
        if (!authorises()) return;
        if (form.deadline().isEmpty())
            problems.add("deadline", t("liaison.problem.deadline.MISSING"));
        if (asking() == Asking.OWN) checkOwn(problems);
    }

    private void checkOwn(Problems problems) {
        var lines = lines();
        if (lines.size() < 2 || lines.size() > MOST)
            problems.add("own", t("liaison.problem.own.COUNT", MOST));
        if (lines.stream().distinct().count() < lines.size())
            problems.add("own", t("liaison.problem.own.TWICE"));
        if (lines.stream().anyMatch(line -> NoteForm.length(line) > LONGEST))
            problems.add("own", t("liaison.problem.own.TOO_LONG", LONGEST));
    }
}
