package fr.preau.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.access.TestDoor;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.push.PushService;
import fr.preau.web.Command;
import fr.preau.web.Erases;
import fr.preau.web.Exports;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happened reaches the devices that an adult has chosen, once each, and says no name. */
@School
class PushTest {
    private static final String HERE = "/notifications/preferences";
    private static final String DEVICES = HERE + "/devices";

    @Autowired Visitors visitors;
    @Autowired TestDoor door;
    @Autowired SendPushes work;
    @Autowired Walls walls;
    @Autowired JdbcClient db;
    @Autowired School.SettableClock clock;
    @Autowired List<Command> commands;
    @Autowired List<Erases> erases;
    @Autowired List<Exports> exports;

    private final PushService service = new PushService();

    @BeforeEach
    void begin() {
        forgetNotifications("true");
    }

    @AfterEach
    void end() {
        service.close();
    }

    private void forgetNotifications(String which) {
        walls.as(Wall.JOB, () -> db.sql("delete from notification where " + which).update());
    }

    private void at(String local) {
        clock.setTo(LocalDateTime.parse(local).atZone(School.PARIS).toInstant());
    }

    private Visitor back(String login) {
        var visitor = visitors.stranger();
        visitor.cookie("preau", door.enter(login));
        return visitor;
    }

    /** A browser of its own, which asks to be told. */
    private Visitor browser(String login, PushService.Phone phone) {
        var visitor = back(login);
        assertThat(ask(visitor, phone).words()).contains("Cet appareil vous préviendra.");
        forgetNotifications("kind = 'NEW_DEVICE'");
        return visitor;
    }

    private static Visitor.Answer ask(Visitor visitor, PushService.Phone phone) {
        return ask(visitor, phone.endpoint(), phone.point(), phone.secret());
    }

    private static Visitor.Answer ask(
            Visitor visitor, String endpoint, String point, String secret) {
        visitor.open("/");
        return visitor.form(visitor.open(HERE), DEVICES)
                .fill("endpoint", endpoint)
                .fill("point", point)
                .fill("secret", secret)
                .send();
    }

    private void choose(String matter, Cadence cadence) {
        choose("amina.benali", matter, cadence);
    }

    private void choose(String login, String matter, Cadence cadence) {
        var visitor = back(login);
        visitor.form(visitor.open(HERE), HERE).fill(matter + "-PUSH", cadence.name()).send();
        forgetNotifications("kind = 'NEW_DEVICE'");
    }

    private void write(String login, String to, String title) {
        var author = back(login);
        var page = author.open("/liaison/new");
        var value =
                page.page().select("label.choice").stream()
                        .filter(choice -> choice.select(".choice__title").text().equals(to))
                        .findFirst()
                        .orElseThrow()
                        .select("input")
                        .attr("value");
        author.form(page, "/liaison")
                .add("to", value)
                .fill("title", title)
                .fill("text", "Un texte qui ne part pas.")
                .send();
        forgetNotifications("kind = 'NEW_DEVICE'");
    }

    private void writeToYanis() {
        write("helene.costa", "Familles de CP A", "Sortie au musée");
    }

    private List<String> states() {
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql("select kind || ' ' || state from letter order by id")
                                .query(String.class)
                                .list());
    }

    private long devicesOf(String login) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        "select count(*) from push_subscription s join account a on a.id = s.account_id where a.login = :login")
                                .param("login", login)
                                .query(Long.class)
                                .single());
    }

    @Test
    void a_device_shows_what_kind_of_thing_and_from_which_school_and_no_more() {
        var phone = service.phone();
        browser("amina.benali", phone);
        writeToYanis();
        work.run();
        work.run();
        assertThat(phone.arrived()).as("once").hasSize(1);
        var arrived = phone.arrived().getFirst();
        assertThat(arrived.words().get("body").toString())
                .startsWith("Nouveau mot – ")
                .containsIgnoringCase("St Exupéry");
        assertThat(arrived.words().toString())
                .doesNotContainIgnoringCase("yanis")
                .doesNotContainIgnoringCase("benali")
                .doesNotContain("musée", "Un texte qui ne part pas", "Costa");
        var opened = back("amina.benali").open(arrived.words().get("path").toString());
        assertThat(opened.words()).contains("Sortie au musée");
        assertThat(states()).containsExactly("IMMEDIATE SENT");
    }

    @Test
    void the_service_knows_who_writes_by_the_key_that_the_browser_was_given() {
        var phone = service.phone();
        var amina = browser("amina.benali", phone);
        var given = amina.open(HERE).page().select("form[data-push]").attr("data-push");
        writeToYanis();
        work.run();
        var arrived = phone.arrived().getFirst();
        assertThat(arrived.key()).isEqualTo(given).hasSize(87);
        assertThat(arrived.header()).isEqualTo("aes128gcm 86400 normal");
        assertThat(phone.endpoint()).startsWith(arrived.claims().get("aud").toString() + "/");
        assertThat(arrived.claims().get("sub").toString()).matches("(mailto:|https://).+");
        assertThat((Long) arrived.claims().get("exp"))
                .isBetween(
                        clock.instant().getEpochSecond(),
                        clock.instant().plus(Duration.ofDays(1)).getEpochSecond());
    }

    @Test
    void each_device_is_told_once_whichever_nodes_are_at_it() throws Exception {
        var phone = service.phone();
        var tablet = service.phone();
        browser("amina.benali", phone);
        browser("amina.benali", tablet);
        writeToYanis();
        write("lucie.barthes", "Familles de Coquelicots", "Photographie");
        var one = Thread.ofPlatform().start(work::run);
        var two = Thread.ofPlatform().start(work::run);
        one.join();
        two.join();
        for (var device : List.of(phone, tablet)) {
            assertThat(device.arrived()).hasSize(1);
            assertThat(device.arrived().getFirst().words())
                    .as("two schools in one line")
                    .containsEntry("body", "2 nouvelles")
                    .containsEntry("path", "/notifications");
        }
    }

    @Test
    void what_comes_before_the_device_was_chosen_is_not_told() {
        writeToYanis();
        clock.moveBy(Duration.ofMinutes(1));
        var phone = service.phone();
        browser("amina.benali", phone);
        work.run();
        assertThat(phone.arrived()).isEmpty();
        write("lucie.barthes", "Familles de Coquelicots", "Photographie");
        work.run();
        assertThat(phone.arrived()).hasSize(1);
    }

    @Test
    void in_quiet_hours_nothing_leaves_but_the_safety_of_the_account() {
        var phone = service.phone();
        browser("amina.benali", phone);
        at("2024-09-13T21:00");
        writeToYanis();
        work.run();
        assertThat(phone.arrived()).isEmpty();
        back("amina.benali").open("/");
        work.run();
        assertThat(phone.arrived()).hasSize(1);
        assertThat(phone.arrived().getFirst().words().get("body").toString())
                .isEqualTo("Votre compte a été ouvert sur un nouvel appareil");
        at("2024-09-16T07:00");
        work.run();
        assertThat(phone.arrived()).hasSize(2);
    }

    @Test
    void what_the_direction_says_is_urgent_leaves_at_night_and_says_so_and_no_more() {
        var phone = service.phone();
        browser("thomas.leroy", phone);
        choose("thomas.leroy", "NOTES", Cadence.DIGEST);
        at("2024-09-13T21:00");
        LettersTest.urgent(back("marc.olivet"), "École fermée lundi");
        work.run();
        work.run();
        assertThat(phone.arrived()).hasSize(1);
        var arrived = phone.arrived().getFirst();
        assertThat(arrived.header()).isEqualTo("aes128gcm 86400 high");
        assertThat(arrived.words().get("body").toString().replace('\u00a0', ' '))
                .startsWith("Urgent : nouveau mot – ");
        assertThat(arrived.words().toString()).doesNotContain("fermée", "Jade", "Fuite");
    }

    @Test
    void each_matter_comes_at_once_in_the_evening_once_a_week_or_never() {
        var phone = service.phone();
        browser("amina.benali", phone);
        choose("NOTES", Cadence.NEVER);
        writeToYanis();
        at("2024-09-10T18:00");
        work.run();
        assertThat(phone.arrived()).as("never").isEmpty();
        choose("NOTES", Cadence.DIGEST);
        at("2024-09-11T09:00");
        write("lucie.barthes", "Familles de Coquelicots", "Photographie");
        work.run();
        assertThat(phone.arrived()).as("not in the morning").isEmpty();
        at("2024-09-11T18:00");
        work.run();
        work.run();
        assertThat(phone.arrived()).as("in the evening, what waited as well").hasSize(1);
        choose("NOTES", Cadence.WEEKLY);
        at("2024-09-12T09:00");
        write("helene.costa", "Familles de CP A", "Piscine");
        at("2024-09-12T18:00");
        work.run();
        assertThat(phone.arrived()).as("not on Thursday").hasSize(1);
        at("2024-09-13T18:00");
        work.run();
        assertThat(phone.arrived()).as("on Friday").hasSize(2);
    }

    @Test
    void both_channels_know_every_matter() {
        assertThat(
                        walls.as(
                                Wall.JOB,
                                () ->
                                        db.sql(
                                                        "select matter from matter_cadence group by matter having count(*) <> 2")
                                                .query(String.class)
                                                .list()))
                .isEmpty();
    }

    @Test
    void a_letter_and_a_device_each_tell_it() {
        var phone = service.phone();
        browser("amina.benali", phone);
        writeToYanis();
        work.run();
        assertThat(
                        walls.as(
                                Wall.JOB,
                                () ->
                                        db.sql(
                                                        "select count(*) from notification where push_id is not null and letter_id is null")
                                                .query(Long.class)
                                                .single()))
                .as("the evening letter still has it to tell")
                .isOne();
    }

    @Test
    void what_was_read_meanwhile_is_not_told() {
        var phone = service.phone();
        var amina = browser("amina.benali", phone);
        service.answering(503);
        writeToYanis();
        work.run();
        amina.form(amina.open("/notifications"), "/notifications/reading").send();
        service.answering(201);
        clock.moveBy(Duration.ofMinutes(5));
        work.run();
        assertThat(phone.arrived()).isEmpty();
        assertThat(states()).containsExactly("IMMEDIATE NEEDLESS");
    }

    @Test
    void a_device_that_is_gone_is_forgotten() {
        var phone = service.phone();
        browser("amina.benali", phone);
        service.answering(410);
        writeToYanis();
        work.run();
        assertThat(devicesOf("amina.benali")).isZero();
        assertThat(back("amina.benali").open(HERE).words())
                .contains("Aucun appareil ne reçoit encore rien.");
        work.run();
        assertThat(service.asked()).isOne();
    }

    @Test
    void a_service_that_is_away_or_busy_is_asked_again_later_and_later() {
        var phone = service.phone();
        browser("amina.benali", phone);
        service.answering(429);
        writeToYanis();
        work.run();
        work.run();
        assertThat(service.asked()).as("not at once").isOne();
        service.answering(500);
        clock.moveBy(Duration.ofMinutes(2));
        work.run();
        assertThat(service.asked()).isEqualTo(2);
        service.answering(201);
        clock.moveBy(Duration.ofMinutes(4));
        work.run();
        assertThat(phone.arrived()).hasSize(1);
        assertThat(states()).containsExactly("IMMEDIATE SENT");
    }

    @Test
    void a_service_that_leads_elsewhere_is_not_followed() {
        var phone = service.phone();
        browser("amina.benali", phone);
        service.answering(307);
        writeToYanis();
        work.run();
        assertThat(service.asked()).isOne();
        assertThat(states()).containsExactly("IMMEDIATE WAITING");
    }

    @Test
    void an_address_that_no_browser_gives_is_refused() {
        var phone = service.phone();
        var amina = back("amina.benali");
        assertThat(ask(amina, phone).status()).as("the premise").isEqualTo(200);
        for (var hostile :
                new String[] {
                    "",
                    "http://fcm.googleapis.com/send",
                    "https://example.org/send",
                    "https://127.0.0.1/send",
                    "https://fcm.googleapis.com.example.org/send",
                    "https://user@fcm.googleapis.com/send"
                }) {
            var refused = ask(amina, hostile, phone.point(), phone.secret());
            assertThat(refused.status()).as(hostile).isEqualTo(422);
            assertThat(refused.words()).contains("Ce navigateur passe par un service");
        }
        assertThat(ask(amina, phone.endpoint(), "AAAA", phone.secret()).status()).isEqualTo(422);
        assertThat(ask(amina, phone.endpoint(), phone.point(), "AAAA").status()).isEqualTo(422);
        assertThat(devicesOf("amina.benali")).as("what was there stays").isOne();
    }

    @Test
    void children_and_the_tablets_of_classes_are_told_nothing() {
        var phone = service.phone();
        var asked =
                Map.of(
                        "endpoint", phone.endpoint(),
                        "point", phone.point(),
                        "secret", phone.secret());
        for (var login : new String[] {"jade.leroy", "yanis.benali"})
            assertThat(visitors.as(login).post(DEVICES, asked).status()).as(login).isEqualTo(404);
        var helene = back("helene.costa");
        helene.open("/");
        helene.cookie("preau-class", "the-tablet-of-cp-a");
        assertThat(helene.open(HERE).page().select("form[data-push]")).isEmpty();
        var refused = helene.post(DEVICES, asked);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("Cet appareil est partagé");
    }

    @Test
    void one_removes_ones_own_device_and_nobody_elses() {
        var amina = browser("amina.benali", service.phone());
        var page = amina.open(HERE);
        assertThat(page.words()).contains("Cet appareil", "Depuis");
        var removal = page.page().select("form[data-push-removal]").attr("action");
        assertThat(back("thomas.leroy").post(removal, Map.of()).status()).isEqualTo(404);
        assertThat(amina.form(page, removal).send().words())
                .contains("Cet appareil ne reçoit plus rien.");
        assertThat(devicesOf("amina.benali")).isZero();
        assertThat(amina.post(removal, Map.of()).status()).isEqualTo(404);
    }

    @Test
    void a_browser_tells_the_latest_who_asked_there() {
        var phone = service.phone();
        browser("amina.benali", phone);
        browser("thomas.leroy", phone);
        assertThat(devicesOf("amina.benali")).isZero();
        assertThat(devicesOf("thomas.leroy")).isOne();
    }

    @Test
    void whoever_signs_out_is_told_nothing_there_any_more() {
        var phone = service.phone();
        var amina = browser("amina.benali", phone);
        browser("amina.benali", service.phone());
        amina.form(amina.open("/"), "/sign-out").send();
        assertThat(devicesOf("amina.benali")).as("the other one stays").isOne();
        var again = back("amina.benali");
        again.post("/sign-out", Map.of("everywhere", "true"));
        assertThat(devicesOf("amina.benali")).isZero();
    }

    @Test
    void a_device_that_is_put_out_is_told_nothing() {
        var amina = browser("amina.benali", service.phone());
        var security = back("amina.benali").open("/security");
        assertThat(devicesOf("amina.benali")).isOne();
        for (var form : security.page().select("form[action$=/forgetting]"))
            amina.post(form.attr("action"), Map.of());
        assertThat(devicesOf("amina.benali")).isZero();
    }

    @Test
    void a_session_that_merely_falls_asleep_leaves_the_device_awake() {
        var phone = service.phone();
        browser("amina.benali", phone);
        at("2024-09-12T09:00");
        writeToYanis();
        work.run();
        assertThat(phone.arrived()).hasSize(1);
    }

    @Test
    void whoever_is_erased_or_takes_their_data_away_has_their_devices_with_them() {
        browser("thomas.leroy", service.phone());
        var account =
                walls.as(
                        Wall.DOOR,
                        () ->
                                db.sql("select id from account where login = 'thomas.leroy'")
                                        .query(Long.class)
                                        .single());
        var taken =
                walls.as(
                        Wall.JOB,
                        () ->
                                exports.stream()
                                        .flatMap(e -> e.of(account, new long[0]).stream())
                                        .filter(s -> s.name().equals("push-devices"))
                                        .findFirst()
                                        .orElseThrow());
        assertThat(taken.rows()).hasSize(1);
        assertThat(taken.rows().getFirst().get("service").toString()).startsWith("localhost");
        erases.forEach(e -> e.erase(new long[0], new long[] {account}));
        assertThat(
                        walls.as(
                                Wall.DOOR,
                                () ->
                                        db.sql("select count(*) from push_subscription")
                                                .query(Long.class)
                                                .single()))
                .isZero();
    }

    @Test
    void another_key_serves_new_devices_and_a_revoked_one_serves_none() {
        var before = service.phone();
        browser("amina.benali", before);
        run("push-key");
        var after = service.phone();
        browser("amina.benali", after);
        writeToYanis();
        work.run();
        assertThat(before.arrived()).hasSize(1);
        assertThat(after.arrived()).hasSize(1);
        assertThat(before.arrived().getFirst().key())
                .isNotEqualTo(after.arrived().getFirst().key());
        run("push-key", "--revoke");
        assertThat(devicesOf("amina.benali")).isZero();
    }

    private void run(String name, String... arguments) {
        var command = commands.stream().filter(c -> c.name().equals(name)).findFirst();
        assertThat(command.orElseThrow().run(List.of(arguments))).isZero();
    }

    @Test
    void the_worker_stands_at_the_root_and_loads_nothing() {
        var worker = visitors.stranger().ask("/push-worker.js");
        assertThat(worker.status()).isEqualTo(200);
        assertThat(worker.headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/javascript");
        assertThat(worker.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(worker.headers().firstValue("Content-Security-Policy"))
                .contains("default-src 'none'");
        assertThat(
                        visitors.as("amina.benali")
                                .open(HERE)
                                .headers()
                                .firstValue("Content-Security-Policy")
                                .orElse(""))
                .contains("worker-src 'self'");
    }
}
