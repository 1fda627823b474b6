package fr.preau.feed;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxEOFException;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Streams one AAF file, record by record, whatever its size: nothing is kept but the record being
 * read, and that one is bounded too. No entity is ever resolved, inside or outside the file; the
 * encoding is the one the file declares.
 */
final class RecordReader {
    /** Where records go, in the order of the file. */
    interface Sink {
        void record(FeedRecord read) throws InterruptedException;

        void unusable(String id, String reason) throws InterruptedException;
    }

    /** Real records weigh a few kilobytes. */
    static final int LONGEST_RECORD = 1_000_000;

    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader xml;
    private final Sink sink;
    private final StringBuilder text = new StringBuilder();

    private String category = "";
    private String id = "";
    private Map<String, List<String>> values = new HashMap<>();
    private List<String> attribute = new ArrayList<>();
    private FeedRecord.@Nullable Request request;
    private boolean operational;
    private @Nullable String refusal;
    private int size;

    private RecordReader(XMLStreamReader xml, Sink sink) {
        this.xml = xml;
        this.sink = sink;
    }

    static void read(InputStream file, Sink sink) throws BrokenFile, InterruptedException {
        XMLStreamReader xml = null;
        try {
            xml = FACTORY.createXMLStreamReader(file);
            new RecordReader(xml, sink).run();
        } catch (WstxEOFException e) {
            throw new BrokenFile("le fichier est coupé à la ligne " + place(xml, e));
        } catch (XMLStreamException e) {
            throw new BrokenFile("le fichier est mal formé à la ligne " + place(xml, e));
        }
    }

    private static String place(@Nullable XMLStreamReader xml, XMLStreamException e) {
        var where = e.getLocation() != null || xml == null ? e.getLocation() : xml.getLocation();
        return where == null ? "1" : where.getLineNumber() + ", colonne " + where.getColumnNumber();
    }

    private static XMLInputFactory factory() {
        var factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, 20);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, 10_000);
        return factory;
    }

    private void run() throws XMLStreamException, BrokenFile, InterruptedException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD -> refuseEntities();
                case XMLStreamConstants.START_ELEMENT -> open(xml.getLocalName());
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> collect();
                case XMLStreamConstants.ENTITY_REFERENCE ->
                        refuse("entité inconnue « &" + xml.getLocalName() + "; »");
                case XMLStreamConstants.END_ELEMENT -> close(xml.getLocalName());
                default -> {}
            }
        }
    }

    private void refuseEntities() throws BrokenFile {
        var declared = xml.getText();
        if (declared != null && declared.contains("<!ENTITY")) {
            throw new BrokenFile(
                    "le fichier déclare des entités, ce qu'une livraison ne fait jamais : il est refusé en entier");
        }
    }

    private void open(String element) throws BrokenFile {
        text.setLength(0);
        switch (element) {
            case "addRequest" -> begin(FeedRecord.Request.ADD);
            case "modifyRequest" -> begin(FeedRecord.Request.MODIFY);
            case "deleteRequest" -> begin(FeedRecord.Request.DELETE);
            case "operationalAttributes" -> operational = true;
            case "attr", "modification" -> openAttribute(xml.getAttributeValue(null, "name"));
            case "ficAlimMENESR", "identifier", "id", "attributes", "modifications", "value" -> {}
            default -> {
                if (request == null)
                    throw new BrokenFile(
                            "ce n'est pas un fichier AAF : élément « " + cut(element) + " »");
            }
        }
    }

    private void begin(FeedRecord.Request asked) {
        request = asked;
        category = "";
        id = "";
        values = new HashMap<>(40);
        refusal = null;
        size = 0;
    }

    private void openAttribute(@Nullable String name) {
        if (operational || name == null || request == null) {
            attribute = new ArrayList<>(1);
            return;
        }
        // The same attribute may stand twice in a record: both count.
        attribute = values.computeIfAbsent(name, n -> new ArrayList<>(1));
        grow(name.length());
    }

    private void collect() {
        if (request == null) return;
        grow(xml.getTextLength());
        if (refusal == null)
            text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    }

    private void grow(int length) {
        size += length;
        if (size > LONGEST_RECORD)
            refuse("fiche de plus de " + LONGEST_RECORD / 1_000_000 + " million de caractères");
    }

    private void refuse(String reason) {
        if (refusal == null) refusal = reason;
        size = Math.min(size, LONGEST_RECORD + 1);
        values = new HashMap<>();
        attribute = new ArrayList<>(1);
        if (text.length() > 10_000) text.setLength(0);
    }

    private void close(String element) throws InterruptedException {
        switch (element) {
            case "value" -> closeValue();
            case "id" -> id = cut(text.toString().strip());
            case "operationalAttributes" -> operational = false;
            case "addRequest", "modifyRequest", "deleteRequest" -> end();
            default -> {}
        }
        text.setLength(0);
    }

    private void closeValue() {
        var value = text.toString().strip();
        if (value.isEmpty()) return;
        if (operational) category = value;
        else if (refusal == null) attribute.add(value);
    }

    private void end() throws InterruptedException {
        if (refusal != null) sink.unusable(id, refusal);
        else if (request != null) sink.record(new FeedRecord(category, request, id, values));
        request = null;
        values = new HashMap<>();
    }

    /** Identifiers and names go to the report: never longer than a line. */
    private static String cut(String words) {
        return words.length() > 60 ? words.substring(0, 60) + "…" : words;
    }
}
