package fr.preau.sheets;

import java.util.List;

/**
 * Those who get their sheets together: the families of a class, or the staff of a school. {@code
 * path} is its address under {@code /sheets}.
 */
public record SheetGroup(
        String path, String label, long school, String schoolName, List<Long> pupils) {
    /** The staff of a school has no pupils. */
    public boolean isStaff() {
        return pupils.isEmpty();
    }
}
