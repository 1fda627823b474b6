package fr.preau.network;

import static fr.preau.web.Wording.t;

import fr.preau.web.Problems;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a direction or a town hall declares, as it was typed, right or wrong. */
public record SheetForm(
        String devices,
        String videos,
        String sends,
        String technology,
        String down,
        String up,
        String provider) {
    private static final int MOST_DEVICES = 2_000;
    private static final int MOST_USES = 200;
    private static final int LONGEST = 60;

    public SheetForm {
        devices = typed(devices);
        videos = typed(videos);
        sends = typed(sends);
        technology = typed(technology);
        down = typed(down);
        up = typed(up);
        provider = typed(provider).replaceAll("\\p{Cntrl}", "");
    }

    private static String typed(@Nullable String words) {
        return words == null ? "" : words.strip();
    }

    /** What was declared last; before that, a video for each class and one sending. */
    static SheetForm from(@Nullable Sheet sheet, SchoolSeen school) {
        if (sheet == null)
            return new SheetForm("", "" + school.classes(), "1", "UNKNOWN", "", "", "");
        var line = sheet.line();
        return new SheetForm(
                "" + sheet.uses().devices(),
                "" + sheet.uses().videos(),
                "" + sheet.uses().sends(),
                line.technology().name(),
                line.downKbit() == null ? "" : Megabits.say(line.downKbit()),
                line.upKbit() == null ? "" : Megabits.say(line.upKbit()),
                line.provider());
    }

    Problems check() {
        var problems = new Problems();
        if (!isWithin(devices, 1, MOST_DEVICES))
            problems.add("devices", t("network.problem.devices", MOST_DEVICES));
        if (!isWithin(videos, 0, MOST_USES))
            problems.add("videos", t("network.problem.videos", MOST_USES));
        if (!isWithin(sends, 0, MOST_USES))
            problems.add("sends", t("network.problem.sends", MOST_USES));
        if (Arrays.stream(Technology.values()).noneMatch(one -> one.name().equals(technology)))
            problems.add("technology", t("network.problem.technology"));
        if (!down.isEmpty() && Megabits.read(down) == null)
            problems.add("down", t("network.problem.rate"));
        if (!up.isEmpty() && Megabits.read(up) == null)
            problems.add("up", t("network.problem.rate"));
        if (provider.length() > LONGEST)
            problems.add("provider", t("network.problem.provider", LONGEST));
        return problems;
    }

    private static boolean isWithin(String typed, int least, int most) {
        return typed.matches("\\d{1,4}")
                && Integer.parseInt(typed) >= least
                && Integer.parseInt(typed) <= most;
    }

    /** Only to be asked once {@link #check} has found nothing. */
    Uses uses(SchoolSeen school) {
        return new Uses(
                school.pupils(),
                school.classes(),
                Integer.parseInt(devices),
                Integer.parseInt(videos),
                Integer.parseInt(sends));
    }

    Line line() {
        return new Line(
                Technology.valueOf(technology),
                down.isEmpty() ? null : Megabits.read(down),
                up.isEmpty() ? null : Megabits.read(up),
                provider);
    }

    boolean changes(@Nullable Sheet before) {
        return !Objects.equals(before == null ? Line.UNKNOWN : before.line(), line());
    }
}
