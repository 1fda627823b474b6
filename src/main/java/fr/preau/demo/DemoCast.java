package fr.preau.demo;

import fr.preau.access.AccountWork;
import fr.preau.access.Cast;
import java.util.List;
import org.springframework.stereotype.Component;

/** The cast on the sign-in page of the demo. */
@Component
class DemoCast implements Cast {
    static final String PASSWORD = "preau-demo-2024";
    static final String CARD_OF_YANIS = "carte-de-yanis-benali-demo";
    static final String CARD_OF_INES = "carte-de-ines-benali-demo";
    static final List<String> PICTURES = List.of("cat", "sun", "boat", "apple");

    private final AccountWork accounts;

    DemoCast(AccountWork accounts) {
        this.accounts = accounts;
    }

    @Override
    public List<Group> groups() {
        return List.of(
                new Group(
                        "Les familles",
                        List.of(
                                member(
                                        "amina.benali",
                                        "Amina Benali",
                                        "Mère de Yanis (CP A) et d’Inès (Coquelicots)"),
                                member("thomas.leroy", "Thomas Leroy", "Père de Jade (CM1)"),
                                member("chloe.masson", "Chloé Masson", "Mère de Jade (CM1)"))),
                new Group(
                        "Les élèves",
                        List.of(
                                new Member(
                                        "ines.benali",
                                        "Inès Benali",
                                        "4 ans. Images : chat, soleil, bateau, pomme",
                                        "/cards/" + CARD_OF_INES),
                                new Member(
                                        "yanis.benali",
                                        "Yanis Benali",
                                        "CP A. Images : chat, soleil, bateau, pomme",
                                        "/cards/" + CARD_OF_YANIS),
                                member("tom.costa", "Tom Costa", "CE2"),
                                member("jade.leroy", "Jade Leroy", "CM1"))),
                new Group(
                        "L’école",
                        List.of(
                                member(
                                        "helene.costa",
                                        "Hélène Costa",
                                        "Enseignante en CP A, et mère de Tom"),
                                member("julien.pradal", "Julien Pradal", "Enseignant, CE1-CE2"),
                                member(
                                        "lucie.barthes",
                                        "Lucie Barthès",
                                        "Enseignante, Coquelicots"),
                                member(
                                        "sofia.reynes",
                                        "Sofia Reynès",
                                        "Remplaçante en CP A pour une semaine"),
                                agent(
                                        "marc.olivet",
                                        "Marc Olivet",
                                        "Directeur de l’élémentaire, CM1-CM2"),
                                agent(
                                        "nadia.ferrand",
                                        "Nadia Ferrand",
                                        "Directrice de la maternelle, Lucioles"),
                                agent(
                                        "claude.toulousain",
                                        "Claude Toulousain",
                                        "Dans une autre académie : ne voit rien d’ici"))),
                new Group(
                        "La mairie",
                        List.of(
                                agent(
                                        "gilles.marty",
                                        "Gilles Marty",
                                        "Maire de Cazouls-lès-Béziers"),
                                agent("mireille.castan", "Mireille Castan", "Référente ville"),
                                member("bruno.astruc", "Bruno Astruc", "Agent périscolaire"))),
                new Group(
                        "L’académie et l’assistance",
                        List.of(
                                agent(
                                        "patrick.mazel",
                                        "Patrick Mazel",
                                        "Inspecteur de la circonscription"),
                                agent(
                                        "samira.haddad",
                                        "Samira Haddad",
                                        "Référente aux usages numériques"),
                                agent("odile.fabre", "Odile Fabre", "DSDEN de l’Hérault"),
                                agent("isabelle.roques", "Isabelle Roques", "Région académique"),
                                agent("denis.aubrac", "Denis Aubrac", "Assistance académique"),
                                agent(
                                        "anne.seguy",
                                        "Anne Séguy",
                                        "Déléguée à la protection des données"),
                                agent("remi.vernet", "Rémi Vernet", "Assistance de l’éditeur"))));
    }

    /** Everybody who types a login, and every agent among them. */
    List<String> logins() {
        return groups().stream()
                .flatMap(group -> group.members().stream())
                .filter(member -> member.card().isEmpty())
                .map(Member::login)
                .toList();
    }

    private static Member member(String login, String name, String who) {
        return new Member(login, name, who, "");
    }

    private static Member agent(String login, String name, String who) {
        return new Member(login, name, who + ". Clé du second facteur : " + secretOf(login), "");
    }

    List<String> agents() {
        return groups().stream()
                .flatMap(group -> group.members().stream())
                .filter(m -> m.who().contains(secretOf(m.login())))
                .map(Member::login)
                .toList();
    }

    /** A fixed secret in base 32 for each agent, so that a phone set up once keeps working. */
    static String secretOf(String login) {
        var letters = new StringBuilder();
        var state = login.hashCode() & 0xffffffffL;
        while (letters.length() < 16) {
            state = (state * 6364136223846793005L + 1442695040888963407L);
            letters.append("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".charAt((int) (state >>> 59)));
        }
        return letters.toString();
    }

    @Override
    public String secondFactorOf(long account) {
        return accounts.demoSecondFactor(account);
    }

    @Override
    public String password() {
        return PASSWORD;
    }
}
