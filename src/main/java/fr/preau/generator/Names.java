package fr.preau.generator;

import java.util.List;
import java.util.Locale;

/** First and last names that are common in the région, put together by chance. */
final class Names {
    static final List<String> LAST =
            words(
                            """
                            GARCIA MARTINEZ LOPEZ FERNANDEZ SANCHEZ PEREZ RODRIGUEZ GONZALEZ GOMEZ HERNANDEZ
                            MARTIN BERNARD DURAND PETIT ROUX VIDAL FABRE BLANC FAURE ROUQUETTE PUECH CROS
                            AZEMA DELMAS BOYER CALVET CAZALS ESCANDE FABREGUES GALZY JULIEN LACOMBE MALAVAL
                            NOGUES OLIVIER PAGES PUJOL RAYNAUD SABATIER SALVAT SERRES TEISSIER VERDIER VIGUIER
                            BONNET CASTEL CAUSSE COMBES COSTES DUPUY ESTEVE FOURNIER GAUBERT GRANIER GUIRAUD
                            JEANJEAN LAFON LAURENS MARTY MAURY MAZET MOLINIER MONTAGNE NAVARRO ORTEGA PALAU
                            PASCAL PONS PRADEL REYNES RIBES RICARD RIVIERE ROQUES ROUVIERE SALLES SICARD SOLER
                            TORRES VALETTE VERGNES BENALI BENSAÏD BELKACEM BOUZIANE CHERIF HADDAD KADDOURI
                            KHELIFI MANSOURI MEZIANE NACER OUALI RAHMANI SAIDI TAHIRI YAHIAOUI ZEROUAL AMRANI
                            EL_IDRISSI EL_AMRANI BEN_YOUSSEF DIALLO TRAORÉ CISSE KONE NDIAYE SOW CAMARA DIOP
                            DA_SILVA FERREIRA PEREIRA DOS_SANTOS OLIVEIRA ALVES GOMES TEIXEIRA MARQUES ROCHA
                            CARVALHO NGUYEN TRAN LE_GOFF DE_LA_TOUR D'ANDRÉ D'ARNAUDY L'HERMITE YILMAZ KAYA
                            DEMIR POPESCU IONESCU KOWALSKI NOWAK ROSSI BIANCHI FERRARI SCHMITT MULLER JANSSENS
                            """)
                    .stream()
                    .map(name -> name.replace('_', ' '))
                    .toList();
    static final List<String> GIRLS =
            words(
                    """
                    Léa Zoé Élise Inès Manon Jade Louise Emma Alice Chloé Lina Mila Rose Anna Ambre
                    Julia Lou Léna Agathe Juliette Romane Nina Margaux Salomé Éléonore Maëlle Clémence
                    Apolline Magali Estelle Mireio Flòra Bertille Aïcha Yasmine Nour Assia Sirine Imane
                    Kenza Maryam Fatou Aminata Awa Beatriz Inês Mariana Carolina Lucía Carmen Paloma
                    Alba Elena Sofía Mai Linh Elif Zeynep Ioana Zofia Giulia Anaïs Noémie Marie-Lou
                    Anne-Sophie Lila
                    """);
    static final List<String> BOYS =
            words(
                    """
                    Hugo Nathan Louis Théo Gabriel Raphaël Arthur Jules Adam Lucas Maël Liam Paul Noah
                    Sacha Timéo Léo Gaspard Éloi Côme Baptiste Maxence Joseph Augustin Valentin Guilhem
                    Bastien Joan Aurélien Fulcran Rayan Yanis Ilyes Amine Mehdi Ibrahim Youssef Bilal
                    Zakaria Ismaël Mamadou Ousmane Moussa Tiago João Rafael Diogo Duarte Mateo Diego
                    Pablo Álvaro Enzo Lorenzo Minh Emre Andrei Jakub Jean-Baptiste Noé Loïc Clément
                    """);
    static final List<String> WOMEN =
            words(
                    """
                    Céline Sandrine Nathalie Stéphanie Aurélie Émilie Sophie Laure Hélène Delphine
                    Karine Virginie Valérie Sabrina Audrey Élodie Julie Marion Camille Pauline Mathilde
                    Florence Magalie Cécile Amélie Myriam Nadia Samira Fatima Khadija Leïla Soraya
                    Naïma Latifa Houda Aïssatou Mariama Paula Cristina Ana Teresa Isabel Maria Pilar
                    Rosario Marta Núria Thuy Ayşe Mihaela Agnieszka Chiara Marie-Claire Anne-Laure
                    """);
    static final List<String> MEN =
            words(
                    """
                    Nicolas Sébastien Stéphane Julien Christophe Frédéric Laurent David Olivier Jérôme
                    Cédric Mathieu Guillaume Vincent Romain Benoît Thomas Grégory Fabien Arnaud Xavier
                    Rémi Damien Loïc Régis Karim Rachid Mohamed Mustapha Abdel Hicham Said Farid Omar
                    Bakary Cheikh Amadou Carlos Paulo Miguel José Manuel Javier Antonio Rafael Jordi
                    Quang Murat Bogdan Piotr Marco Jean-Luc Pierre-Yves Jean-Marc
                    """);

    private Names() {}

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }

    /** As it stands in an address: no accent, no blank, no apostrophe. */
    static String plain(String name) {
        return java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z-]", "")
                .toLowerCase(Locale.ROOT);
    }
}
