package fr.preau.access;

import static fr.preau.web.Wording.count;
import static fr.preau.web.Wording.t;

import fr.preau.web.Dates;
import fr.preau.web.Page;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** One's own data to take away; for those who have left, with the day on which the account ends. */
public record ExportPage(
        boolean leaving, boolean child, @Nullable LocalDate endsOn, LocalDate today)
        implements Page {
    @Override
    public String title() {
        if (!leaving) return t("access.export.title");
        return t(child ? "access.export.leaving.child" : "access.export.leaving");
    }

    /** « Votre compte s’arrête le lundi 9 décembre, dans 90 jours. » */
    public String lead() {
        var who = child ? ".child" : ".adult";
        if (endsOn == null) return t("access.export.lead" + who);
        var days = (int) Math.max(0, ChronoUnit.DAYS.between(today, endsOn));
        return t("access.export.ends" + who, day(endsOn), count("access.export.days", days));
    }

    private String day(LocalDate day) {
        return day.getYear() == today.getYear() ? Dates.full(day) : Dates.onPaper(day);
    }

    public String text() {
        return t("access.export." + (leaving ? "leave" : "keep") + (child ? ".child" : ".adult"));
    }

    @Override
    public String service() {
        return "accounts";
    }

    @Override
    public String width() {
        return "narrow";
    }

    @Override
    public boolean bare() {
        return leaving;
    }

    @Override
    public String say() {
        return child ? lead() : "";
    }
}
