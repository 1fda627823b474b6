package fr.preau.onde;

import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import fr.preau.web.Profile;
import fr.preau.web.Redirect;
import fr.preau.web.View;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A director brings the files of ONDE; they are read at once, and lead to their preview. */
@Controller
class OndeController {
    private final Uploads uploads;
    private final ApplicationEventPublisher facts;

    OndeController(Uploads uploads, ApplicationEventPublisher facts) {
        this.uploads = uploads;
        this.facts = facts;
    }

    @For(Profile.TEACHER)
    @GetMapping("/onde")
    View ask(Actor actor) {
        return page(actor, 0, new Problems());
    }

    @For(Profile.TEACHER)
    @PostMapping("/onde")
    View read(
            Actor actor,
            @RequestParam(defaultValue = "0") long school,
            @RequestParam(required = false) @Nullable List<MultipartFile> file) {
        if (!actor.administers(school)) {
            if (school == 0)
                return page(actor, 0, new Problems().add("school", t("onde.problem.school")));
            throw new NotFound();
        }
        var problems = new Problems();
        var extracts = extracts(file == null ? List.of() : file, problems);
        if (problems.any()) return page(actor, school, problems);
        var number = uploads.keep(actor, school, extracts);
        facts.publishEvent(
                new OndeFact.OndeFilesRead(school, actor.account(), actor.person(), number));
        return Redirect.to("/onde/" + number);
    }

    private static List<Extract> extracts(List<MultipartFile> files, Problems problems) {
        var extracts = new ArrayList<Extract>();
        for (var i = 0; i < files.size(); i++) {
            if (files.get(i).isEmpty()) continue;
            var field = "file-" + (i + 1);
            try {
                var extract = read(files.get(i));
                if (extracts.stream().anyMatch(e -> e.kind() == extract.kind()))
                    problems.add(field, t("onde.problem.same." + extract.kind()));
                extracts.add(extract);
            } catch (Unreadable unreadable) {
                problems.add(field, unreadable.sentence());
            }
        }
        if (extracts.isEmpty() && !problems.any()) problems.add("file-1", t("onde.problem.none"));
        return extracts;
    }

    private static Extract read(MultipartFile file) {
        try {
            if (file.getSize() > Extract.MOST_BYTES) throw new Unreadable("heavy");
            return Extract.read(name(file), file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last part of what the browser says, short enough to be shown. */
    private static String name(MultipartFile file) {
        var said = file.getOriginalFilename();
        var name =
                said == null
                        ? ""
                        : said.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cc}", "").strip();
        if (name.isEmpty()) return t("onde.file");
        return name.length() > 60 ? name.substring(0, 57) + "…" : name;
    }

    private OndePage page(Actor actor, long chosen, Problems problems) {
        var schools = uploads.schoolsOf(actor);
        if (schools.isEmpty()) throw new NotFound();
        return new OndePage(schools, chosen, uploads.latestOf(actor), problems);
    }
}
