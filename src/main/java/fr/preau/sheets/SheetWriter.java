package fr.preau.sheets;

import static fr.preau.web.Wording.t;

import fr.preau.access.Keys.Key;
import fr.preau.print.QrImage;
import fr.preau.web.Dates;
import fr.preau.web.Site;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts what was given on sheets, and sheets on pages. */
@Component
class SheetWriter {
    private static final int ON_A_PAGE = 8;
    private static final int HOUSEHOLDS = 2;

    private final Site site;

    SheetWriter(Site site) {
        this.site = site;
    }

    List<Sheet> sheets(
            SheetGroup group,
            List<Holder> holders,
            Map<Long, Key> given,
            HttpServletRequest request) {
        var place =
                group.isStaff() ? group.schoolName() : group.label() + " · " + group.schoolName();
        return holders.stream()
                .map(holder -> sheet(holder, place, given.get(holder.account()), request))
                .toList();
    }

    /** The QR leads to the page with login and code behind a #, which no server ever sees. */
    private Sheet sheet(
            Holder holder,
            String place,
            @org.jspecify.annotations.Nullable Key key,
            HttpServletRequest request) {
        if (key == null) {
            var door = site.link(request, "/sign-in");
            return new Sheet(holder, place, null, "", door, QrImage.of(door));
        }
        var door = site.link(request, "/activation");
        var opens =
                door
                        + "#login="
                        + URLEncoder.encode(holder.login(), StandardCharsets.UTF_8)
                        + "&code="
                        + key.code();
        return new Sheet(
                holder,
                place,
                key.code(),
                Dates.onPaper(LocalDate.ofInstant(key.until(), Dates.SCHOOL_TIME)),
                door,
                QrImage.of(opens));
    }

    /** Sheets by page: one, eight, or the households of one child. */
    static List<List<Sheet>> pages(List<Sheet> sheets, SheetForm form) {
        if (form != SheetForm.HALVES) return cut(sheets, form == SheetForm.EIGHT ? ON_A_PAGE : 1);
        return sheets.stream()
                .collect(
                        Collectors.groupingBy(
                                sheet -> sheet.holder().child(),
                                LinkedHashMap::new,
                                Collectors.toList()))
                .values()
                .stream()
                .flatMap(family -> cut(family, HOUSEHOLDS).stream())
                .toList();
    }

    private static List<List<Sheet>> cut(List<Sheet> sheets, int size) {
        var pages = new ArrayList<List<Sheet>>();
        for (var from = 0; from < sheets.size(); from += size)
            pages.add(sheets.subList(from, Math.min(from + size, sheets.size())));
        return pages;
    }

    static String fileName(SheetGroup group) {
        return t("sheets.file", group.label())
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .toLowerCase(java.util.Locale.FRENCH);
    }
}
