package fr.preau.departures;

import static fr.preau.messages.Post.send;
import static fr.preau.messages.Post.writing;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitors;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Exports;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What somebody takes away is all that is theirs, and nothing that they may not read. */
@School
class ExportTest {
    @Autowired Visitors visitors;
    @Autowired Walls walls;
    @Autowired List<Exports> exports;
    @Autowired School.SettableClock clock;
    private Leaves leaves;

    @Autowired
    void leaves(ApplicationContext context) {
        leaves = new Leaves(context);
    }

    private String page(String login) throws Exception {
        return leaves.archiveOf(leaves.anew(login)).get("index.html");
    }

    @Test
    void what_is_planned_has_not_been_received_yet() throws Exception {
        writing(visitors.as("helene.costa"), "Familles de CP A", "Demain matin")
                .fill("at", "2024-09-11T07:30")
                .send();
        assertThat(page("helene.costa")).as("the premise").contains("Demain matin");
        assertThat(page("amina.benali")).doesNotContain("Demain matin");
        clock.moveBy(Duration.ofHours(24));
        assertThat(page("amina.benali")).contains("Demain matin");
    }

    @Test
    void of_what_was_withdrawn_only_its_author_has_the_subject() throws Exception {
        send(visitors.as("helene.costa"), "Familles de CP A", "Objet de trop");
        assertThat(page("amina.benali")).as("the premise").contains("Objet de trop");
        leaves.change(
                "update message set recalled_at = sent_at, withdrawn_at = sent_at where subject = 'Objet de trop'");
        assertThat(page("amina.benali")).doesNotContain("Objet de trop");
        assertThat(page("helene.costa")).contains("Objet de trop");
    }

    @Test
    void what_somebody_keeps_what_they_chose_and_what_they_were_told_is_theirs() throws Exception {
        send(visitors.as("helene.costa"), "Familles de CP A", "Piscine");
        var helene = leaves.person("STAFF", "Hélène Costa");
        leaves.change(
                "insert into message_signature (person_id, words) values (%d, 'Zz signature')"
                        .formatted(helene),
                "insert into message_folder (person_id, name) values (%d, 'Zz dossier')"
                        .formatted(helene),
                "update message set feedback = 'Zz retour' where author_id = %d".formatted(helene),
                """
                insert into message_hold (school_id, message_id, author_id, node_id, reason, account_id, held_at, word)
                select m.school_id, m.id, m.author_id, m.school_id, 'MANY', ap.account_id, m.sent_at, 'Zz attente'
                  from message m join account_person ap on ap.person_id = m.author_id where m.author_id = %d
                """
                        .formatted(helene),
                """
                insert into draft (account_id, key, form, saved_at)
                select account_id, 'liaison-new', 'title=Zz+brouillon&text=%%C3%%89t%%C3%%A9', '2024-09-10 08:00+02' from account_person where person_id = %d
                """
                        .formatted(helene),
                """
                insert into letter_choice (account_id, matter, channel, cadence)
                select account_id, 'NOTES', 'MAIL', 'NEVER' from account_person where person_id = %d
                """
                        .formatted(helene),
                "insert into letter_hour (account_id, hour, day) select account_id, 19, 2 from account_person where person_id = %d"
                        .formatted(helene));
        assertThat(page("helene.costa"))
                .contains(
                        "Zz signature",
                        "Zz dossier",
                        "Zz retour",
                        "Zz attente",
                        "Zz brouillon",
                        "Été",
                        "Jamais",
                        "19 h",
                        "Mardi");
        assertThat(page("amina.benali"))
                .contains("Nouveau message", "Nouveau mot")
                .doesNotContain("Zz ");
    }

    /** Where what a column says of somebody is taken away: the name of the archive's file. */
    private static final Map<String, String> TAKEN =
            Map.ofEntries(
                    entry("account_identity.account_id", "other-doors"),
                    entry("account_person.account_id", "identity"),
                    entry("account_person.person_id", "identity"),
                    entry("charter_acceptance.account_id", "charter"),
                    entry("draft.account_id", "drafts"),
                    entry("family_note.guardian_id", "family-notes"),
                    entry("guardianship.guardian_id", "children"),
                    entry("known_device.account_id", "devices"),
                    entry("letter.account_id", "letters"),
                    entry("letter_choice.account_id", "letter-choices"),
                    entry("letter_hour.account_id", "letter-hour"),
                    entry("mail_address.account_id", "mail"),
                    entry("message.author_id", "messages-sent"),
                    entry("message_box.person_id", "messages-received"),
                    entry("message_folder.person_id", "message-folders"),
                    entry("message_hold.author_id", "messages-held"),
                    entry("message_report.reporter_id", "messages-reported"),
                    entry("message_signature.person_id", "message-signature"),
                    entry("note.author_id", "notes-sent"),
                    entry("note_decision.guardian_id", "decisions"),
                    entry("note_guardian.guardian_id", "notes-received"),
                    entry("note_pupil.pupil_id", "notes-to-pupil"),
                    entry("notification.person_id", "notifications"),
                    entry("push_subscription.account_id", "push-devices"),
                    entry("session.account_id", "sessions"),
                    entry("session.person_id", "sessions"),
                    entry("sign_in.person_id", "sign-ins"),
                    entry("stored_file.owner_id", "files"),
                    entry("town_staff.person_id", "town-staff"));

    /** Why something is not taken away, and the columns of which that is true. */
    private static final Map<String, String> LEFT =
            Map.of(
                    "who did it for the school, the town or the region",
                    """
                    agreement_seal.account_id agreement_seal.person_id audit.account_id audit.person_id class_change.by_person_id contact_change.person_id
                    continuity_grace.by_person_id delegation.granted_by delegation.revoked_by departure.cancelled_by duplicate_pair.decided_by family_note.answered_by
                    family_note_pause.by_person_id message.reviewed_by message_hold.decided_by message_report.decided_by message_stop.lifted_by message_stop.made_by
                    note_correction.corrected_by note_coupon.printed_by note_decision.recorded_by note_guardian.paper_by note_reminder.by onde_import.person_id
                    password_choice.by_person_id quiet_choice.by_person_id quiet_override.by_person_id school_block.lifted_by school_block.made_by
                    service_switch.by_person_id town_invitation.made_by town_staff.asked_by town_staff.decided_by year_change.applied_by year_change.opened_by year_change.undone_by
                    """,
                    "keeps the door, and says nothing to its owner",
                    """
                    activation_code.account_id card.person_id joining.account_id joining.other_id mail_address_wish.account_id once.account_id
                    passkey_challenge.account_id password_before.account_id recovery_code.account_id reset_link.account_id
                    """,
                    "gone within days",
                    """
                    message_hold.account_id message_sending.account_id network_run.account_id onde_effect.person_id sending_trace.account_id
                    """,
                    "the other side of a row that is taken away",
                    """
                    family_note.pupil_id guardianship.pupil_id message_box.author_id note_addressee.person_id note_coupon.guardian_id note_coupon.pupil_id
                    note_decision.pupil_id note_guardian.pupil_id notification.pupil_id
                    """,
                    "would say who reported",
                    """
                    message_report.author_id
                    """,
                    "numbers that join two rows of one person",
                    """
                    duplicate_pair.first_id duplicate_pair.second_id person.merged_into person_alias.person_id
                    """,
                    "theirs, and not in the archive yet",
                    """
                    affiliation.person_id comfort.account_id delegation.person_id departure.person_id enrolment.pupil_id passkey.account_id past_pupil.pupil_id
                    past_teaching.person_id role.person_id school_blocked.person_id teaching.person_id town_invitation.person_id year_teacher.person_id
                    """);

    /** A new table that names somebody needs an {@code Exports} in its feature, or a reason. */
    @Test
    void every_column_that_names_somebody_is_taken_away_or_there_is_a_reason() {
        var known = new TreeSet<>(TAKEN.keySet());
        LEFT.values().forEach(columns -> known.addAll(List.of(columns.split("\\s+"))));
        assertThat(
                        leaves.texts(
                                """
                                select k.relname || '.' || a.attname from pg_class k join pg_namespace s on s.oid = k.relnamespace and s.nspname = 'public'
                                  join pg_attribute a on a.attrelid = k.oid and a.attnum > 0 and not a.attisdropped
                                 where k.relkind in ('r', 'p') and not k.relispartition and (
                                       a.attname in ('person_id', 'account_id', 'author_id')
                                    or exists (select 1 from pg_constraint c where c.conrelid = k.oid and c.contype = 'f' and a.attnum = any (c.conkey)
                                                  and c.confrelid in ('person'::regclass, 'account'::regclass)))
                                 order by 1
                                """))
                .containsExactlyInAnyOrderElementsOf(known);
        var helene = leaves.person("STAFF", "Hélène Costa");
        var account =
                leaves.number("select account_id from account_person where person_id = " + helene);
        var sections =
                walls.as(
                        Wall.JOB,
                        () ->
                                exports.stream()
                                        .flatMap(one ->
                                                one.of(account, new long[] {helene}).stream())
                                        .map(Exports.Section::name)
                                        .toList());
        assertThat(sections).doesNotHaveDuplicates().containsAll(TAKEN.values());
    }
}
