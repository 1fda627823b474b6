package fr.preau.database;

import java.util.List;

/**
 * How far somebody reaches: their account, their persons, and the nodes of the structure tree that
 * their role stands on (never a list of schools: the database goes through the tree). Whoever
 * stands for a town hall has no node, and so no school; {@code towns} are the communes whose own
 * affairs they see.
 */
public record Reach(long account, List<Long> persons, List<Long> nodes, List<Long> towns) {
    public Reach(long account, List<Long> persons, List<Long> nodes) {
        this(account, persons, nodes, List.of());
    }

    static String array(List<Long> ids) {
        var text = new StringBuilder("{");
        for (var id : ids) {
            if (text.length() > 1) text.append(',');
            text.append(id);
        }
        return text.append('}').toString();
    }
}
