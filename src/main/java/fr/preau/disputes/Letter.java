package fr.preau.disputes;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A registered letter as its paper needs it.
 *
 * @param from its lines: who sends it, and where they are
 * @param place where it is written
 * @param day the date that it bears: never before its text was entered
 * @param signatory who signs, line by line
 * @param paragraphs what the party wrote
 * @param conciliationUntil when it is sent on its day
 * @param terminationOn when it is sent on its day
 * @param agreementUntil from its day
 * @param firstSentOn when the first letter was sent; null in the first one
 */
public record Letter(
        String reference,
        String year,
        LocalDate effectOn,
        String amount,
        List<String> from,
        List<String> to,
        String place,
        LocalDate day,
        List<String> signatory,
        List<String> paragraphs,
        Delays delays,
        LocalDate conciliationUntil,
        LocalDate terminationOn,
        LocalDate agreementUntil,
        @Nullable LocalDate firstSentOn,
        @Nullable LocalDate failedOn) {}
