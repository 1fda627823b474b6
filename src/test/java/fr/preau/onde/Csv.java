package fr.preau.onde;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Files of invented people, written as ONDE writes them. */
public final class Csv {
    static final Charset LATIN = Charset.forName("ISO-8859-15");

    static final String PUPILS =
            "Nom élève;Nom d'usage élève;Prénom élève;Date naissance;Sexe;INE;Adresse1;Cp1;Commune1;Pays1;Adresse2;Cp2;Commune2;Pays2; Cycle;Niveau;Libellé classe;Identifiant classe;Attestation fournie;Autorisation associations;Autorisation photo;Décision de passage\r\n";

    static final String ZOE =
            "EXEMPLE;;Zoé;2018-03-14;F;129999001AB;12 rue des Modèles;34999;VILLEFICTIVE;FRANCE;;;;;CYCLE II;CP;cp-a;;Oui;Non;Non;\r\n";
    static final String NOE =
            "D'ESSAI;;Noé;02/11/2017;M;129999002AC;4 place du Test;34999;VILLEFICTIVE;FRANCE;;;;;CYCLE II;CE2;ULIS;59001;Non;Non;Non;\r\n";
    static final String MAÏA =
            "TÉMOIN;FACTICE;Maïa;2017-05-20;F;129999003AD;;;;;;;;;CYCLE II;CE2;ULIS;59001;Non;Non;Non;\r\n";

    static final String GUARDIANS =
            "Civilité Responsable;Nom usage responsable;Nom responsable;Prénom responsable;Adresse responsable;CP responsable;Commune responsable;Pays;Courriel;Téléphone domicile;Téléphone travail;Téléphone portable;Nom d'usage enfant;Nom de famille enfant;Prénom enfant;Classes enfants;Nom d'usage enfant;Nom de famille enfant;Prénom enfant;Classes enfants\r\n";

    static final String ANNE =
            "MME;EXEMPLE;MODELE;Anne;12 rue des Modèles;34999;VILLEFICTIVE;FRANCE;anne.exemple@example.org;;;0699990001;;EXEMPLE;Zoé;cp-a;;;;\r\n";
    static final String LISE =
            "Mme;;D'ESSAI;Lise;4 place du Test;34999;VILLEFICTIVE;FRANCE;;;;0699990003;;D'ESSAI;Noé;ULIS;FACTICE;TÉMOIN;Maïa;ULIS\r\n";
    static final String PAUL =
            "M.;;D'ESSAI;Paul;4 place du Test;34999;VILLEFICTIVE;FRANCE;;;;;;D'ESSAI;Noé;ULIS;;;;\r\n";

    public static final String ALL_PUPILS = PUPILS + ZOE + NOE + MAÏA;
    public static final String ALL_GUARDIANS = GUARDIANS + ANNE + LISE + PAUL;

    private Csv() {}

    static byte[] latin(String text) {
        return text.getBytes(LATIN);
    }

    static Extract read(String text) {
        return Extract.read("eleves.csv", text.getBytes(StandardCharsets.UTF_8));
    }
}
