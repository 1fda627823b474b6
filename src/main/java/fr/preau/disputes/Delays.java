package fr.preau.disputes;

import static fr.preau.web.Wording.count;

/**
 * The delays of a procedure, as they were when it was opened: what the région decides later moves
 * no running clock.
 *
 * @param terminationDays from the sending of the second letter
 * @param courtMonths from the date of the second letter
 */
public record Delays(int conciliationMonths, int terminationDays, int courtMonths, String court) {
    /** « un mois » */
    public String conciliation() {
        return count("disputes.months", conciliationMonths);
    }

    /** « 15 jours » */
    public String termination() {
        return count("disputes.days", terminationDays);
    }

    /** « un mois » */
    public String beforeCourt() {
        return count("disputes.months", courtMonths);
    }
}
