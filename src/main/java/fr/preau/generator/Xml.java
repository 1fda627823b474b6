package fr.preau.generator;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes one record at a time, with the empty values and references that real files mix. */
final class Xml {
    private final StringBuilder text = new StringBuilder(8192);
    private String element = "attr";
    private String operation = "";
    private Set<String> only = Set.of();
    private Map<String, String> instead = Map.of();
    private int empties;
    private int accents;

    /** A whole record; what is said instead of the truth is for planted faults. */
    void add(Category category, String id, Map<String, String> instead) {
        open("addRequest", category, id);
        this.instead = instead;
        element = "attr";
        operation = "";
        only = Set.of();
        text.append("<attributes>\n");
    }

    /** All the attributes replaced, or only the named ones. */
    void modify(Category category, String id, Set<String> only) {
        open("modifyRequest", category, id);
        this.instead = Map.of();
        this.only = only;
        element = "modification";
        operation = " operation=\"replace\"";
        text.append("<modifications>\n");
    }

    void delete(Category category, String id) {
        open("deleteRequest", category, id);
        text.append("</deleteRequest>\n\n");
    }

    void close() {
        var added = element.equals("attr");
        text.append(
                added
                        ? "</attributes>\n</addRequest>\n\n"
                        : "</modifications>\n</modifyRequest>\n\n");
    }

    private void open(String request, Category category, String id) {
        text.setLength(0);
        text.append('<').append(request).append(">\n<operationalAttributes><attr name=\"");
        text.append(category.attribute).append("\"><value>").append(category.word);
        text.append("</value></attr></operationalAttributes>\n<identifier><id>").append(id);
        text.append("</id></identifier>\n");
    }

    void attribute(String name, String value) {
        if (begin(name)) return;
        value(instead.getOrDefault(name, value));
        end();
    }

    void attribute(String name, int value) {
        attribute(name, Integer.toString(value));
    }

    void attribute(String name, List<String> values) {
        if (begin(name)) return;
        if (instead.containsKey(name)) value(instead.get(name));
        else if (values.isEmpty()) value("");
        else for (var value : values) value(value);
        end();
    }

    private boolean begin(String name) {
        if (!only.isEmpty() && !only.contains(name)) return true;
        text.append('<').append(element).append(" name=\"").append(name).append('"');
        text.append(operation).append('>');
        return false;
    }

    private void end() {
        text.append("</").append(element).append(">\n");
    }

    private void value(String value) {
        if (value.isEmpty()) {
            text.append(empties++ % 3 == 0 ? "<value></value>" : "<value/>");
            return;
        }
        text.append("<value>");
        for (var i = 0; i < value.length(); i++) escaped(value.charAt(i));
        text.append("</value>");
    }

    private void escaped(char c) {
        switch (c) {
            case '&' -> text.append("&amp;");
            case '<' -> text.append("&lt;");
            case '\'' -> text.append("&apos;");
            case 'é' -> text.append(accents++ % 5 == 0 ? "&#233;" : "é");
            default -> text.append(c);
        }
    }

    String text() {
        return text.toString();
    }
}
