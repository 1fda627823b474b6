package fr.preau.access;

import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.Problems;
import fr.preau.web.Profile;
import fr.preau.web.Redirect;
import fr.preau.web.StepUp;
import fr.preau.web.View;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A teacher helps children through the door: unblocks, changes pictures. */
@Controller
class PupilsController {
    private final Pupils pupils;
    private final Accounts accounts;
    private final PictureCodes codes;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    PupilsController(
            Pupils pupils,
            Accounts accounts,
            PictureCodes codes,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.pupils = pupils;
        this.accounts = accounts;
        this.codes = codes;
        this.facts = facts;
        this.clock = clock;
    }

    @For(Profile.TEACHER)
    @GetMapping("/pupils")
    View list(Actor actor) {
        var byClass =
                pupils.lookedAfterBy(actor).stream()
                        .collect(
                                Collectors.groupingBy(
                                        PupilsPage.Row::classId,
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        return new PupilsPage(
                byClass.values().stream()
                        .map(rows ->
                                new PupilsPage.Group(
                                        rows.getFirst().classId(),
                                        rows.getFirst().classLabel(),
                                        rows))
                        .toList());
    }

    @For(Profile.TEACHER)
    @StepUp
    @PostMapping("/pupils/{pupil}/unblocking")
    View unblock(Actor actor, @PathVariable long pupil) {
        var row = pupils.lookedAfterBy(actor, pupil);
        accounts.unblockPictures(row.account());
        facts.publishEvent(
                new DoorFact.PictureCodeUnblocked(
                        row.schoolId(), actor.account(), pupil, clock.instant()));
        return Redirect.to("/pupils").saying("access.pupils.unblocked");
    }

    @For(Profile.TEACHER)
    @StepUp
    @GetMapping("/pupils/{pupil}/pictures")
    View choosePictures(Actor actor, @PathVariable long pupil) {
        return new PicturesPage(
                pupils.lookedAfterBy(actor, pupil), Pictures.propose(), new Problems());
    }

    @For(Profile.TEACHER)
    @StepUp
    @PostMapping("/pupils/{pupil}/pictures")
    View keepPictures(
            Actor actor,
            @PathVariable long pupil,
            @RequestParam(defaultValue = "") List<String> picture) {
        var row = pupils.lookedAfterBy(actor, pupil);
        if (!Pictures.isCode(picture))
            return new PicturesPage(
                    row,
                    Pictures.propose(),
                    new Problems().add("picture-1", t("access.pictures.four")));
        accounts.setPictures(row.account(), codes.hash(row.account(), picture));
        facts.publishEvent(
                new DoorFact.PictureCodeUnblocked(
                        row.schoolId(), actor.account(), pupil, clock.instant()));
        return Redirect.to("/pupils").saying("access.pictures.kept");
    }
}
