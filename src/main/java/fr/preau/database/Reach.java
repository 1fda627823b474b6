package fr.preau.database;

import java.util.List;

/**
 * How far somebody reaches: their account, their persons, and the nodes of the structure tree that
 * their role stands on (never a list of schools: the database goes through the tree).
 */
public record Reach(long account, List<Long> persons, List<Long> nodes) {
    static String array(List<Long> ids) {
        var text = new StringBuilder("{");
        for (var id : ids) {
            if (text.length() > 1) text.append(',');
            text.append(id);
        }
        return text.append('}').toString();
    }
}
