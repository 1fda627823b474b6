package fr.preau.disputes;

import static fr.preau.web.Wording.t;

import fr.preau.web.Dates;
import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What happened, what is next, who may act until when: the same page for both parties.
 *
 * @param next one sentence for somebody who is no lawyer
 * @param mine what the reader may do; empty for those who only look
 * @param others what each party may do whom the reader does not stand for
 * @param party for whom the reader acts; null for those who only look
 */
public record DisputePage(
        Dispute dispute,
        String debtor,
        String agreementPath,
        String convention,
        Phase phase,
        String next,
        List<Day> days,
        List<Item> items,
        List<StepKind> mine,
        List<Other> others,
        @Nullable Party party,
        LocalDate today,
        Problems problems)
        implements Page {
    /**
     * A day that follows from what was done.
     *
     * @param counted from which day, and why that one
     */
    public record Day(Deadline deadline, boolean awaited, String counted, String article) {}

    /**
     * A step, the sentence of the article that it begins to apply, what was filed with it.
     *
     * @param letterPath its letter, to print; empty when it has none
     */
    public record Item(
            Step step,
            String article,
            String letterPath,
            List<Piece> pieces,
            boolean mayTakeBack) {}

    public record Other(Party party, List<StepKind> acts) {
        /** « proposer une conciliation, proposer un accord » */
        public String words() {
            return String.join(
                    ", ",
                    acts.stream()
                            .map(StepKind::act)
                            .map(act -> act.substring(0, 1).toLowerCase() + act.substring(1))
                            .toList());
        }
    }

    static DisputePage of(Folder folder, List<Piece> pieces, Problems problems) {
        var dispute = folder.dispute();
        return new DisputePage(
                dispute,
                folder.agreement().debtorName(),
                folder.agreement().path(),
                convention(folder),
                folder.phase(),
                next(folder),
                days(folder),
                items(folder, pieces),
                folder.party() == null ? List.of() : folder.acts(folder.party()),
                others(folder),
                folder.party(),
                folder.today(),
                problems);
    }

    static String convention(Folder folder) {
        var agreement = folder.agreement();
        return t(
                "disputes.convention",
                agreement.reference(),
                agreement.year(),
                agreement.year() + 1);
    }

    private static String next(Folder folder) {
        var course = folder.course();
        var opener = folder.dispute().opener();
        var delays = folder.dispute().delays();
        return switch (folder.phase()) {
            case FIRST_TO_SEND -> t("disputes.next.FIRST_TO_SEND", opener.label());
            case CONCILIATION ->
                    t(
                            "disputes.next.CONCILIATION",
                            paper(course.conciliationUntil()),
                            opener.label());
            case MONTH_OVER ->
                    t(
                            "disputes.next.MONTH_OVER",
                            paper(course.conciliationUntil()),
                            opener.label());
            case NOTICE ->
                    t(
                            "disputes.next.NOTICE",
                            paper(course.terminationOn()),
                            paper(course.agreementUntil()),
                            delays.court());
            case ENDING ->
                    t(
                            "disputes.next.ENDING",
                            Dates.onPaper(course.convention().lastDay()),
                            paper(course.agreementUntil()),
                            delays.court());
            case TERMINATED ->
                    t(
                            "disputes.next.TERMINATED",
                            paper(course.last(StepKind.TERMINATED).map(Step::onDay)),
                            paper(course.agreementUntil()),
                            delays.court());
            case COURT_OPEN, COURT -> t("disputes.next." + folder.phase(), delays.court());
            default -> t("disputes.next." + folder.phase(), opener.label());
        };
    }

    private static String paper(Optional<LocalDate> day) {
        return Dates.onPaper(day.orElseThrow());
    }

    private static List<Day> days(Folder folder) {
        var awaited = folder.course().awaited(folder.today());
        return folder.course().deadlines().stream()
                .map(deadline ->
                        new Day(
                                deadline,
                                awaited.contains(deadline),
                                counted(folder.course().origin(deadline.kind()).orElseThrow()),
                                Article.of(deadline.kind()).words(folder.dispute().delays())))
                .toList();
    }

    private static String counted(Step from) {
        var day = Dates.onPaper(from.countsFrom());
        return from.isLate()
                ? t("disputes.counted.entry", day, Dates.onPaper(from.onDay()))
                : t("disputes.counted", day);
    }

    private static List<Item> items(Folder folder, List<Piece> pieces) {
        var said = EnumSet.of(Article.NONE);
        return folder.course().steps().stream()
                .map(step -> {
                    var article = Article.of(step.kind());
                    var isNew = !step.takenBack() && said.add(article);
                    return new Item(
                            step,
                            isNew ? article.words(folder.dispute().delays()) : "",
                            letterPath(folder, step),
                            pieces.stream().filter(piece -> piece.stepId() == step.id()).toList(),
                            folder.mayTakeBack(step));
                })
                .toList();
    }

    /** Of the text that counts; one that was taken back is not to be sent. */
    private static String letterPath(Folder folder, Step step) {
        if (step.takenBack()) return "";
        return switch (step.kind()) {
            case OPENED -> folder.dispute().formalNoticePath();
            case REASONS -> folder.dispute().terminationNoticePath();
            default -> "";
        };
    }

    private static List<Other> others(Folder folder) {
        return Arrays.stream(Party.values())
                .filter(party -> party != folder.party())
                .map(party -> new Other(party, folder.acts(party)))
                .filter(other -> !other.acts().isEmpty())
                .toList();
    }

    public PieceKind[] pieceKinds() {
        return PieceKind.values();
    }

    /** With what a piece is filed: the latest first. */
    public List<Step> filedWith() {
        return items.reversed().stream()
                .map(Item::step)
                .filter(step -> !step.takenBack() && step.kind() != StepKind.TAKEN_BACK)
                .toList();
    }

    /** The name under which a browser keeps what is being written; forgotten once it is entered. */
    public String draft(StepKind kind) {
        return kind == StepKind.OPENED ? "dispute-new" : "dispute-" + dispute.id() + "-" + kind;
    }

    public boolean isMine(Piece piece) {
        return Objects.equals(piece.party(), party);
    }

    @Override
    public String title() {
        return t("disputes.page.title", debtor);
    }

    @Override
    public String service() {
        return "town";
    }

    @Override
    public String width() {
        return "wide";
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }
}
