package fr.preau.demo;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.util.List;

/** Another door, as the demo plays it: who are you? Each button brings a signed answer back. */
public record DeskPage(String door, String back, List<Row> rows) implements Page {
    /** One of the cast, with the answer in base 64. */
    public record Row(String name, String answer) {}

    @Override
    public String title() {
        return t("demo.desk.title");
    }

    @Override
    public boolean bare() {
        return true;
    }

    @Override
    public String width() {
        return "narrow";
    }
}
