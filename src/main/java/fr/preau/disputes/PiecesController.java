package fr.preau.disputes;

import static fr.preau.web.Profile.SUPERVISION;
import static fr.preau.web.Profile.TOWN;
import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import fr.preau.web.Redirect;
import fr.preau.web.View;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** What the parties file: acknowledgements, minutes, signed letters. */
@Controller
class PiecesController {
    private static final String PIECES = DisputesController.LIST + "/{dispute}/pieces";
    private static final int MEGABYTE = 1_048_576;

    private final Folders folders;
    private final Pieces pieces;
    private final Rules rules;
    private final ApplicationEventPublisher facts;

    PiecesController(Folders folders, Pieces pieces, Rules rules, ApplicationEventPublisher facts) {
        this.folders = folders;
        this.pieces = pieces;
        this.rules = rules;
        this.facts = facts;
    }

    @For({TOWN, SUPERVISION})
    @PostMapping(PIECES)
    View file(
            Actor actor,
            @PathVariable long dispute,
            @RequestParam(defaultValue = "0") long step,
            @RequestParam(defaultValue = "OTHER") PieceKind kind,
            @RequestParam(required = false) @Nullable MultipartFile file) {
        var folder = folders.change(actor, dispute);
        var problems = new Problems();
        var with = folder.course().live().stream().filter(one -> one.id() == step).findFirst();
        if (with.isEmpty()) problems.add("step", t("disputes.problem.step"));
        var bytes = read(file, problems);
        var party = Objects.requireNonNull(folder.party());
        var most = rules.today(Rules.Rule.PIECES);
        if (pieces.count(folder.dispute(), party) >= most)
            problems.add("file", t("disputes.problem.pieces", most));
        var type = bytes.flatMap(PieceType::of);
        if (bytes.isPresent() && type.isEmpty()) problems.add("file", t("disputes.problem.type"));
        if (problems.any()) return DisputePage.of(folder, pieces.of(folder.dispute()), problems);
        var piece =
                pieces.file(
                        with.orElseThrow(),
                        folder.dispute(),
                        party,
                        kind,
                        type.orElseThrow(),
                        bytes.orElseThrow());
        facts.publishEvent(
                new DisputeFact.DisputePieceFiled(dispute, piece, actor.account(), actor.person()));
        return Redirect.to(folder.dispute().path()).saying("disputes.filed");
    }

    private Optional<byte[]> read(@Nullable MultipartFile file, Problems problems) {
        var most = rules.today(Rules.Rule.PIECE_BYTES);
        if (file == null || file.isEmpty()) problems.add("file", t("disputes.problem.no-file"));
        else if (file.getSize() > most)
            problems.add("file", t("disputes.problem.heavy", most / MEGABYTE));
        if (problems.of("file") != null || file == null) return Optional.empty();
        try {
            return Optional.of(file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** To be saved, never shown here: of the type that was found inside, able to run nothing. */
    @For({TOWN, SUPERVISION})
    @GetMapping(PIECES + "/{piece}")
    ResponseEntity<byte[]> download(
            Actor actor, @PathVariable long dispute, @PathVariable long piece) {
        var folder = folders.read(actor, dispute);
        var found = pieces.find(folder.dispute(), piece).orElseThrow(NotFound::new);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, found.type().mediaType)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + name(folder, found) + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(pieces.bytes(found));
    }

    private static String name(Folder folder, Piece piece) {
        return t(
                "disputes.piece.file",
                folder.agreement().reference(),
                piece.id(),
                piece.type().ending);
    }

    /** By the party that filed it; it stays, and says so. */
    @For({TOWN, SUPERVISION})
    @PostMapping(PIECES + "/{piece}/mistake")
    View disown(Actor actor, @PathVariable long dispute, @PathVariable long piece) {
        var folder = folders.change(actor, dispute);
        var found =
                pieces.find(folder.dispute(), piece)
                        .filter(one -> one.party() == folder.party())
                        .orElseThrow(NotFound::new);
        if (pieces.disown(folder.dispute(), found))
            facts.publishEvent(
                    new DisputeFact.DisputePieceDisowned(
                            dispute, piece, actor.account(), actor.person()));
        return Redirect.to(folder.dispute().path()).saying("disputes.disowned");
    }
}
