package fr.preau.sheets;

import fr.preau.access.Keys;
import fr.preau.print.Pdf;
import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Profile;
import fr.preau.web.StepUp;
import fr.preau.web.View;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A teacher for the families of their class, a director for the school, hand out what opens
 * accounts.
 */
@Controller
class SheetsController {
    private final SheetGroups groups;
    private final Holders holders;
    private final SheetWriter writer;
    private final Keys keys;
    private final Pdf pdf;

    SheetsController(SheetGroups groups, Holders holders, SheetWriter writer, Keys keys, Pdf pdf) {
        this.groups = groups;
        this.holders = holders;
        this.writer = writer;
        this.keys = keys;
        this.pdf = pdf;
    }

    @For(Profile.TEACHER)
    @GetMapping("/sheets")
    View list(Actor actor) {
        return new SheetsPage(groups.of(actor));
    }

    @For(Profile.TEACHER)
    @StepUp
    @GetMapping("/sheets/{kind}/{group}")
    View show(Actor actor, @PathVariable String kind, @PathVariable("group") long id) {
        var group = groups.find(actor, kind + "/" + id);
        return new HoldersPage(group, holders.of(group));
    }

    /**
     * The sheets as a file: of those who have not come yet, or of everybody; those who have an
     * account get no code.
     */
    @For(Profile.TEACHER)
    @StepUp
    @PostMapping("/sheets/{kind}/{group}/file")
    ResponseEntity<byte[]> file(
            Actor actor,
            @PathVariable String kind,
            @PathVariable("group") long id,
            @RequestParam SheetForm form,
            @RequestParam(defaultValue = "false") boolean everybody,
            @RequestParam("_once") String formKey,
            HttpServletRequest request) {
        var group = groups.find(actor, kind + "/" + id);
        var chosen =
                holders.of(group).stream()
                        .filter(holder -> holder.isActive() ? everybody : holder.isGivenTo())
                        .toList();
        var opening = chosen.stream().filter(holder -> !holder.isActive()).toList();
        var given =
                keys.give(
                        actor,
                        group.school(),
                        opening.stream().map(Holder::account).toList(),
                        formKey,
                        form.name());
        var sheets = writer.sheets(group, chosen, given, request);
        var name = SheetWriter.fileName(group);
        if (form == SheetForm.CSV) return csv(SheetCsv.of(sheets), name + ".csv");
        var paper =
                pdf.of(
                        "sheets/_paper.jte",
                        "sheets.css",
                        Map.of("pages", SheetWriter.pages(sheets, form), "form", form));
        return Pdf.download(paper, name + ".pdf");
    }

    /** A new code for one person who stands at the gate: shown once, worth a week. */
    @For(Profile.TEACHER)
    @StepUp
    @PostMapping("/sheets/{kind}/{group}/codes/{account}")
    View code(
            Actor actor,
            @PathVariable String kind,
            @PathVariable("group") long id,
            @PathVariable long account,
            @RequestParam("_once") String formKey,
            HttpServletRequest request) {
        var group = groups.find(actor, kind + "/" + id);
        var holder =
                holders.of(group).stream()
                        .filter(one -> one.account() == account && one.isGivenTo())
                        .findFirst()
                        .orElseThrow(NotFound::new);
        var given = keys.give(actor, group.school(), List.of(account), formKey, "ONE");
        return new CodePage(
                group, writer.sheets(group, List.of(holder), given, request).getFirst());
    }

    private static ResponseEntity<byte[]> csv(String text, String name) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
