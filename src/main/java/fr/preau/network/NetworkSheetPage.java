package fr.preau.network;

import static fr.preau.web.Wording.count;
import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A school and a year: what its line should carry, and why. */
public record NetworkSheetPage(
        SchoolSeen school,
        int year,
        int thisYear,
        @Nullable Sheet sheet,
        int editions,
        List<Integer> years,
        List<Trial> trials,
        Formula formula,
        SheetForm form,
        Problems problems)
        implements Page {
    @Override
    public String title() {
        return school.name();
    }

    @Override
    public String service() {
        return "town";
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }

    public String yearName() {
        return Years.say(year);
    }

    public String nameOf(int other) {
        return Years.say(other);
    }

    public boolean isOver() {
        return year < thisYear;
    }

    /** Whether this actor may declare, for the year shown. */
    public boolean declares() {
        return school.declares() && year == thisYear && !isOlder();
    }

    /** Whether a later edition of the year exists. */
    public boolean isOlder() {
        return sheet != null && sheet.edition() < editions;
    }

    public List<Integer> otherEditions() {
        return IntStream.rangeClosed(1, editions)
                .map(n -> editions + 1 - n)
                .filter(n -> sheet == null || n != sheet.edition())
                .boxed()
                .toList();
    }

    public String counted() {
        return t(
                "network.counted",
                school.few() ? t("network.few") : count("network.pupils", school.pupils()),
                count("network.classes", school.classes()));
    }

    /** The formula in force is not the one that the sheet was made with. */
    public boolean hasNewFormula() {
        return sheet != null && !isOver() && sheet.formula().id() != formula.id();
    }

    public List<Technology> technologies() {
        return List.of(Technology.values());
    }

    public String paper() {
        return school.path()
                + "/"
                + year
                + "/sheet.pdf"
                + (isOlder() && sheet != null ? "?edition=" + sheet.edition() : "");
    }
}
