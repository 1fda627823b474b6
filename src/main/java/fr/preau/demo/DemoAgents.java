package fr.preau.demo;

import static fr.preau.web.Wording.t;

import fr.preau.proconnect.LocalProvider.Agent;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Agents whom the demo's ProConnect knows: invited, not invited, and of a commune without a
 * convention.
 */
@Component
class DemoAgents {
    static final String OF_CAZOULS = "21340069000011";
    private static final String OF_MARAUSSAN = "99934225600016";

    static final Agent MIREILLE =
            agent("mireille.castan", "Mireille", "Castan", OF_CAZOULS, "pwd", "mfa");

    private static final List<Agent> ALL =
            List.of(
                    MIREILLE,
                    agent("bruno.astruc", "Bruno", "Astruc", OF_CAZOULS, "pwd"),
                    agent("nadege.vidal", "Nadège", "Vidal", OF_CAZOULS, "pwd"),
                    agent("paul.ortega", "Paul", "Ortega", OF_MARAUSSAN, "pwd"));

    private static Agent agent(
            String login, String firstName, String lastName, String siret, String... manners) {
        return new Agent(
                "demo-" + login,
                firstName,
                lastName,
                login + (siret.equals(OF_CAZOULS) ? "@cazouls.example" : "@maraussan.example"),
                siret,
                List.of(manners));
    }

    List<AgentsPage.Row> shown() {
        return ALL.stream()
                .map(one ->
                        new AgentsPage.Row(
                                one.subject(),
                                one.firstName() + " " + one.lastName(),
                                one.email(),
                                t("demo.agents." + one.subject().replace('.', '-'))))
                .toList();
    }

    Optional<Agent> of(String subject) {
        return ALL.stream().filter(one -> one.subject().equals(subject)).findFirst();
    }
}
