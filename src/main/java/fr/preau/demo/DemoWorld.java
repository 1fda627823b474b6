package fr.preau.demo;

import fr.preau.access.AccountWork;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.directory.Appointments;
import fr.preau.feed.DirectoryImport;
import fr.preau.feed.Progress;
import fr.preau.saml.LocalProvider;
import fr.preau.switches.Choice;
import fr.preau.switches.Switches;
import fr.preau.web.Mode;
import fr.preau.web.Profile;
import fr.preau.web.RoleKind;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Loads the demo commune at the first start, before the first page is served. Starting again after
 * a half-done loading finishes it.
 */
@Component
class DemoWorld implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(DemoWorld.class);
    private static final String ELEMENTAIRE = "0341315V";
    private static final String MATERNELLE = "0340289E";
    private static final String CAZOULS = "34069";

    private final DirectoryImport imports;
    private final Appointments appointments;
    private final AccountWork accounts;
    private final DemoCast cast;
    private final DemoNotes notes;
    private final Switches switches;
    private final LocalProvider otherDoors;
    private final fr.preau.proconnect.LocalProvider townDoor;
    private final DemoAgreements agreements;
    private final Walls walls;
    private final JdbcClient db;
    private final Clock clock;
    private final Mode mode;
    private final boolean wanted;
    private boolean running;

    DemoWorld(
            DirectoryImport imports,
            Appointments appointments,
            AccountWork accounts,
            DemoCast cast,
            DemoNotes notes,
            Switches switches,
            LocalProvider otherDoors,
            fr.preau.proconnect.LocalProvider townDoor,
            DemoAgreements agreements,
            Walls walls,
            JdbcClient db,
            Clock clock,
            Mode mode,
            Environment settings) {
        this.imports = imports;
        this.appointments = appointments;
        this.accounts = accounts;
        this.cast = cast;
        this.notes = notes;
        this.switches = switches;
        this.otherDoors = otherDoors;
        this.townDoor = townDoor;
        this.agreements = agreements;
        this.walls = walls;
        this.db = db;
        this.clock = clock;
        this.mode = mode;
        this.wanted = mode.isPlayground() && !settings.containsProperty("preau.command");
    }

    /** Before the web server, which starts in the last phase. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        running = true;
        if (!wanted) return;
        if (!accounts.anyDemoAccount()) load();
        notes.write();
        agreements.sign(walls.as(Wall.DIRECTORY, this::town));
        if (mode.isDemo()) openOtherDoors();
    }

    /** EduConnect and the desks of the académies, played by this site. */
    private void openOtherDoors() {
        otherDoors.open(null, DeskController.DESKS + "educonnect");
        for (var academy : new String[] {"11", "16"})
            otherDoors.open(academy, DeskController.DESKS + "agents-" + academy);
        openTownDoor();
    }

    /** ProConnect, played by this site: the commune has its convention, and its referent enters. */
    private void openTownDoor() {
        walls.as(
                Wall.DIRECTORY,
                () -> {
                    var town = town();
                    db.sql(
                                    "select person_id from role where structure_id = :town and kind = 'TOWN_REFERENT' order by id limit 1")
                            .param("town", town)
                            .query(Long.class)
                            .optional()
                            .ifPresent(mireille ->
                                    townDoor.letIn(DemoAgents.MIREILLE, town, mireille, mireille));
                });
    }

    private void load() {
        var today = LocalDate.now(clock);
        try {
            imports.importFolder(DemoDelivery.unpack(today), Optional.empty(), Progress.SILENT);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        accounts.giveAccounts();
        walls.as(Wall.DIRECTORY, () -> complete(today));
        log.info("the demo commune is loaded");
    }

    /** What no delivery carries, in one transaction: half a cast would never be completed. */
    private void complete(LocalDate today) {
        accounts.unite(person("STAFF", "Hélène", "Costa"), person("GUARDIAN", "Hélène", "Costa"));
        teach("Hélène", "Costa", ELEMENTAIRE, "CP A");
        teach("Julien", "Pradal", ELEMENTAIRE, "CE1-CE2");
        teach("Marc", "Olivet", ELEMENTAIRE, "CM1-CM2");
        teach("Lucie", "Barthès", MATERNELLE, "Coquelicots");
        teach("Nadia", "Ferrand", MATERNELLE, "Lucioles");
        replacement(today);
        others();
        open("liaison", MATERNELLE, "Coquelicots");
        accounts.activateDemo(cast.logins(), DemoCast.PASSWORD);
        cast.agents()
                .forEach(login -> accounts.giveDemoSecondFactor(login, DemoCast.secretOf(login)));
        accounts.giveDemoCard(
                person("PUPIL", "Yanis", "Benali"), DemoCast.CARD_OF_YANIS, DemoCast.PICTURES);
        accounts.giveDemoCard(
                person("PUPIL", "Inès", "Benali"), DemoCast.CARD_OF_INES, DemoCast.PICTURES);
        visitors();
    }

    private void teach(String firstName, String lastName, String uai, String label) {
        appointments.attach(
                person("STAFF", firstName, lastName),
                school(uai),
                schoolClass(uai, label),
                null,
                null);
    }

    /** Sofia replaces in CP A for the week of the loading. */
    private void replacement(LocalDate today) {
        var sofia = person("STAFF", "Sofia", "Reynès");
        var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        appointments.appoint(
                sofia, RoleKind.SUBSTITUTE, school(ELEMENTAIRE), monday, monday.plusDays(6));
        appointments.attach(
                sofia,
                school(ELEMENTAIRE),
                schoolClass(ELEMENTAIRE, "CP A"),
                monday,
                monday.plusDays(6));
    }

    private void others() {
        var town = town();
        var district = node("DISTRICT", "11");
        var department = node("DEPARTMENT", "11");
        var academy = node("ACADEMY", "11");
        var region =
                db.sql("select id from structure where kind = 'REGION'").query(Long.class).single();
        newcomer("Gilles", "Marty", "gilles.marty", RoleKind.MAYOR, town);
        newcomer("Mireille", "Castan", "mireille.castan", RoleKind.TOWN_REFERENT, town);
        newcomer("Bruno", "Astruc", "bruno.astruc", RoleKind.TOWN_STAFF, town);
        newcomer("Patrick", "Mazel", "patrick.mazel", RoleKind.INSPECTOR, district);
        newcomer("Samira", "Haddad", "samira.haddad", RoleKind.DIGITAL_REFERENT, district);
        newcomer("Odile", "Fabre", "odile.fabre", RoleKind.DEPARTMENT_OFFICER, department);
        newcomer("Isabelle", "Roques", "isabelle.roques", RoleKind.REGION_LEAD, region);
        newcomer("Denis", "Aubrac", "denis.aubrac", RoleKind.ASSISTANCE, academy);
        newcomer("Anne", "Séguy", "anne.seguy", RoleKind.DATA_PROTECTION_OFFICER, academy);
        newcomer("Rémi", "Vernet", "remi.vernet", RoleKind.PUBLISHER_SUPPORT, region);
    }

    private long town() {
        return db.sql("select id from structure where kind = 'TOWN' and insee = :insee")
                .param("insee", CAZOULS)
                .query(Long.class)
                .single();
    }

    private void newcomer(
            String firstName, String lastName, String login, RoleKind kind, long structure) {
        var person = appointments.welcome(firstName, lastName);
        appointments.appoint(person, kind, structure, null, null);
        accounts.create(person, login);
    }

    /**
     * Most families have come before; Karim never did, and neither did one in seven of the others.
     */
    private void visitors() {
        var came =
                db.sql(
                                """
                                select id from person
                                 where academy = '11' and kind in ('GUARDIAN', 'STAFF')
                                   and not (first_name = 'Karim' and last_name ilike 'benali') and (id % 7 <> 3 or (first_name, lower(last_name)) in (('Amina', 'benali'), ('Thomas', 'leroy'), ('Chloé', 'masson')))
                                """)
                        .query(Long.class)
                        .list();
        accounts.activateDemoVisitors(came, clock.instant().minus(Duration.ofDays(6)));
    }

    /** Nadia has opened this service to the pupils of a class: in maternelle it starts closed. */
    private void open(String service, String uai, String label) {
        switches.decide(
                school(uai), service, Profile.PUPIL, schoolClass(uai, label), Choice.OPEN, null);
    }

    private long person(String kind, String firstName, String lastName) {
        return db.sql(
                        """
                        select id from person where academy = '11' and kind = :kind and plain(first_name) = plain(:first) and plain(last_name) = plain(:last) order by id limit 1
                        """)
                .param("kind", kind)
                .param("first", firstName)
                .param("last", lastName)
                .query(Long.class)
                .single();
    }

    private long school(String uai) {
        return db.sql("select id from structure where uai = :uai")
                .param("uai", uai)
                .query(Long.class)
                .single();
    }

    private long schoolClass(String uai, String label) {
        return db.sql(
                        """
                        select c.id from school_class c join structure s on s.id = c.school_id
                         where s.uai = :uai and c.kind = 'CLASS' and replace(replace(plain(c.label), '/', '-'), ' ', '') = replace(plain(:label), ' ', '')
                        """)
                .param("uai", uai)
                .param("label", label)
                .query(Long.class)
                .single();
    }

    private long node(String kind, String academy) {
        return db.sql(
                        "select id from structure where kind = :kind and academy = :academy order by id limit 1")
                .param("kind", kind)
                .param("academy", academy)
                .query(Long.class)
                .single();
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
