package fr.preau.network;

import static fr.preau.web.Wording.count;
import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The schools of a town or of a perimeter: what each needs, has, and got last. */
public record NetworkListPage(int year, Asked asked, List<Row> rows, boolean formula)
        implements Page {
    /** A school; {@code needDownKbit} is 0 without a sheet. */
    public record Row(
            long id,
            String name,
            String uai,
            String town,
            long found,
            int together,
            int needDownKbit,
            int needUpKbit,
            @Nullable Integer lineDownKbit,
            @Nullable Integer lineUpKbit,
            int minimumKbit,
            int comfortKbit,
            int targetKbit,
            @Nullable Instant testedAt,
            @Nullable Integer testedDownKbit) {
        public boolean hasSheet() {
            return needDownKbit > 0;
        }

        public Standing standing() {
            return hasSheet()
                    ? Standing.of(lineDownKbit, needDownKbit, lineUpKbit, needUpKbit)
                    : Standing.NONE;
        }

        /** « palier confort » */
        public String band() {
            return Reached.say(
                    Reached.by(lineDownKbit, together, minimumKbit, comfortKbit, targetKbit));
        }
    }

    @Override
    public String title() {
        return t("network.title");
    }

    @Override
    public String service() {
        return "town";
    }

    public String yearName() {
        return Years.say(year);
    }

    public List<Row> schools() {
        return rows.subList(0, Math.min(rows.size(), NetworkSchools.SHOWN));
    }

    public String found() {
        return count("network.schools", rows.isEmpty() ? 0 : rows.getFirst().found());
    }

    /** A town hall with two schools has nothing to look for. */
    public boolean searches() {
        return !asked.isPlain() || rows.size() > 8;
    }

    public @Nullable String next() {
        return rows.size() > NetworkSchools.SHOWN ? asked.from(schools().getLast().id()) : null;
    }

    public @Nullable String first() {
        return asked.afterSchool() == 0 ? null : asked.from(null);
    }
}
