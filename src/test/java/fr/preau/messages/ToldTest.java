package fr.preau.messages;

import static fr.preau.messages.Post.send;
import static fr.preau.messages.Post.sendTo;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.web.Profile;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The bell and the quiet hours of messages. */
@School
class ToldTest {
    @Autowired Visitors visitors;
    @Autowired School.SettableClock clock;

    @Test
    void the_bell_says_which_child_a_message_is_about_until_it_is_read() {
        var amina = visitors.as("amina.benali");
        amina.post("/notifications/reading", Map.of());
        var sent = send(visitors.as("helene.costa"), "Familles de CP A", "Le cahier rouge");
        var bell = amina.open("/notifications");
        assertThat(bell.words()).contains("Nouveau message : Le cahier rouge Yanis");
        assertThat(unread(bell)).isEqualTo(1);
        assertThat(bell.page().select(".list-row--unread a").attr("href")).isEqualTo(sent.path());
        amina.open(sent.path());
        assertThat(unread(amina.open("/notifications"))).isZero();
    }

    private static int unread(Visitor.Answer bell) {
        return bell.page().select(".list-row--unread").size();
    }

    @Test
    void in_quiet_hours_a_message_waits_for_the_morning_and_its_author_reads_so() {
        clock.setTo(LocalDateTime.of(2024, 9, 10, 21, 15).atZone(School.PARIS).toInstant());
        var helene = visitors.as("helene.costa");
        assertThat(helene.open("/messages/new").words())
                .contains("C’est l’heure du calme : ce message partira demain à 7 h 00.");
        var sent = send(helene, "Familles de CP A", "Écrit le soir");
        assertThat(sent.words()).contains("c’est l’heure du calme", "demain à 7 h 00");
        var amina = visitors.as("amina.benali");
        assertThat(amina.ask(sent.path()).status()).isEqualTo(404);
        assertThat(amina.open("/notifications").words()).doesNotContain("Écrit le soir");
        clock.setTo(LocalDateTime.of(2024, 9, 11, 7, 1).atZone(School.PARIS).toInstant());
        var morning = visitors.as("amina.benali", Profile.GUARDIAN);
        assertThat(morning.open("/notifications").words()).contains("Écrit le soir");
        assertThat(morning.ask(sent.path()).status()).isEqualTo(200);
        assertThat(morning.open("/messages/new").words()).doesNotContain("heure du calme");
    }

    @Test
    void in_quiet_hours_a_family_writes_and_the_teacher_is_left_in_peace() {
        clock.setTo(LocalDateTime.of(2024, 9, 14, 10, 0).atZone(School.PARIS).toInstant());
        var sent = sendTo(visitors.as("amina.benali"), "Hélène Costa", "Samedi matin");
        assertThat(sent.words()).contains("lundi 16 septembre à 7 h 00");
        assertThat(visitors.as("helene.costa").ask(sent.path()).status()).isEqualTo(404);
    }

    @Test
    void those_who_are_asked_again_hear_it() {
        var helene = visitors.as("helene.costa");
        var sent = send(helene, "Familles de CP A", "À lire");
        helene.form(helene.open(sent.path()), sent.path() + "/reminder").send();
        assertThat(visitors.as("amina.benali").open("/notifications").words())
                .contains("Rappel : un message attend d’être lu : À lire");
    }
}
