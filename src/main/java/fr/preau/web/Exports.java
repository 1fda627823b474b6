package fr.preau.web;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A feature that holds something of people: what it gives them to take away (capability L03). */
public interface Exports {
    /**
     * Called behind {@code Wall.JOB}, for somebody who may have left and reaches nothing any more:
     * every question names these persons.
     */
    List<Section> of(long account, long[] persons);

    /**
     * One file of the archive and one part of its page; {@code label} says in French what a column
     * is.
     */
    record Section(
            String name,
            String title,
            List<Map<String, Object>> rows,
            UnaryOperator<String> label) {}
}
