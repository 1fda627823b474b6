package fr.preau.generator;

import java.util.ArrayList;
import java.util.List;

/** Somebody who answers for pupils; what a day may change is written here and told again. */
final class Guardian {
    final int id;
    final Identity identity;
    final List<Child> children = new ArrayList<>();

    String address;
    Commune commune;
    final String country;
    final String shared;
    String phone;
    String mobile;
    final String work;
    String mail;

    Guardian(Numbers numbers, Draw draw, Identity identity, Home home) {
        this.id = numbers.guardian();
        this.identity = identity;
        this.address = home.address();
        this.commune = home.commune();
        this.country = draw.chance(0.4) ? "PAYS INCONNU" : "FRANCE";
        this.shared = draw.chance(10) ? "O" : "N";
        this.phone = draw.chance(20) ? Phones.fixed(numbers.academy, id) : "";
        this.mobile = draw.chance(85) ? Phones.mobile(id) : "";
        this.work = draw.chance(8) ? Phones.fixed(numbers.academy, id + 7) : "";
        this.mail = draw.chance(35) ? mail() : "";
    }

    String mail() {
        return identity.mail("courriel.example", id % 1000);
    }

    void move(Home home) {
        address = home.address();
        commune = home.commune();
    }

    void describe(Xml xml) {
        xml.attribute("ENTPersonJointure", id);
        xml.attribute("ENTPersonCivilite", identity.civility());
        xml.attribute(
                "ENTPersRelEleveEleve",
                children.stream().map(child -> Integer.toString(child.id)).toList());
        xml.attribute("ENTPersonAdresse", address);
        xml.attribute("ENTPersonCodePostal", commune.postalCode());
        xml.attribute("ENTPersonVille", commune.name());
        xml.attribute("ENTPersonPays", country);
        xml.attribute("ENTPersonAdresseDiffusion", shared);
        xml.attribute("ENTPersonTelPerso", phone);
        xml.attribute("ENTPersRelEleveTelMobile", mobile);
        xml.attribute("ENTPersonMail", mail);
        xml.attribute("ENTPersRelEleveTelPro", work);
        identity.describe(xml);
    }
}
