package fr.preau.access;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One child's card: {@code until} when one is in force, {@code made} just after it was made. */
public record PupilCardPage(
        PupilsPage.Row pupil,
        @Nullable LocalDate until,
        LocalDate today,
        LocalDate end,
        CardsPage.@Nullable Card made,
        Problems problems)
        implements Page {
    @Override
    public String title() {
        return t("access.pupil-card.title", pupil.firstName());
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }

    @Override
    public String service() {
        return "accounts";
    }
}
