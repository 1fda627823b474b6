package fr.preau.generator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** One academy's delivery of one day, full or partial, being written. */
final class Delivery implements AutoCloseable {
    private final Map<Category, CutFiles> files = new EnumMap<>(Category.class);
    private final Xml xml = new Xml();

    Delivery(Path folder, Academy academy, String nature, LocalDate day) {
        var start =
                "ENTOCC_"
                        + academy
                        + "_"
                        + nature
                        + "_"
                        + day.format(DateTimeFormatter.BASIC_ISO_DATE);
        try {
            for (var category : Category.values())
                files.put(category, new CutFiles(folder, start + "_" + category.word));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(Category category, int id, Consumer<Xml> attributes) {
        addFalse(category, Integer.toString(id), attributes, Map.of());
    }

    /** A record in which some attributes say something else than the truth. */
    void addFalse(
            Category category, String id, Consumer<Xml> attributes, Map<String, String> instead) {
        xml.add(category, id, instead);
        attributes.accept(xml);
        xml.close();
        write(category);
    }

    /** Replaces the named attributes, or all of them when none is named. */
    void modify(Category category, int id, Consumer<Xml> attributes, String... only) {
        xml.modify(category, Integer.toString(id), Set.of(only));
        attributes.accept(xml);
        xml.close();
        write(category);
    }

    void delete(Category category, int id) {
        xml.delete(category, Integer.toString(id));
        write(category);
    }

    private void write(Category category) {
        try {
            files.get(category).add(xml.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int count(Category category) {
        return files.get(category).count();
    }

    @Override
    public void close() {
        try {
            for (var file : files.values()) file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
