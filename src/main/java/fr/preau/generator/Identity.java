package fr.preau.generator;

import java.util.List;

/** What somebody is called. */
record Identity(
        String civility, String birthName, String lastName, String first, List<String> firsts) {
    static Identity girl(Draw draw, String last) {
        return child("Mme", last, draw.one(Names.GIRLS), draw.one(Names.GIRLS), draw);
    }

    static Identity boy(Draw draw, String last) {
        return child("M.", last, draw.one(Names.BOYS), draw.one(Names.BOYS), draw);
    }

    private static Identity child(
            String civility, String last, String first, String second, Draw draw) {
        var firsts = draw.chance(60) ? List.of(first, second) : List.of(first);
        return new Identity(civility, last, last, first, firsts);
    }

    /** A woman is often known by another name than the one she was born with. */
    static Identity woman(Draw draw, String last) {
        var first = draw.one(Names.WOMEN);
        var born = draw.chance(45) ? draw.one(Names.LAST) : last;
        return new Identity("Mme", born, last, first, List.of(first));
    }

    static Identity man(Draw draw, String last) {
        var first = draw.one(Names.MEN);
        return new Identity("M.", last, last, first, List.of(first));
    }

    Identity withoutCivility() {
        return new Identity("", birthName, lastName, first, firsts);
    }

    boolean isWoman() {
        return civility.equals("Mme");
    }

    String mail(String domain, int number) {
        return Names.plain(first) + "." + Names.plain(lastName) + number + "@" + domain;
    }

    void describe(Xml xml) {
        xml.attribute("ENTPersonNomPatro", birthName);
        xml.attribute("ENTPersonNom", lastName);
        xml.attribute("ENTPersonPrenom", first);
        xml.attribute("ENTPersonAutresPrenoms", firsts);
    }
}
