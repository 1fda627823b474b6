package fr.preau;

import fr.preau.agreements.ReadPagesCommand;
import fr.preau.database.Background;
import fr.preau.generator.GenerateCommand;
import fr.preau.web.Command;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.annotation.EnableAsync;

/** The program: a server without arguments, an operator's command with them ({@code import}, …). */
@SpringBootApplication(
        excludeName =
                "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@EnableAsync
public class Preau {
    /** Commands that need nothing of the application: they start at once, without a database. */
    private static final List<Command> ALONE =
            List.of(new GenerateCommand(), new ReadPagesCommand());

    public static void main(String[] arguments) {
        System.setProperty("user.timezone", "Europe/Paris");
        if (arguments.length == 0 || arguments[0].startsWith("--")) {
            SpringApplication.run(Preau.class, arguments);
            return;
        }
        System.exit(runCommand(arguments[0], List.of(arguments).subList(1, arguments.length)));
    }

    private static int runCommand(String name, List<String> arguments) {
        for (var command : ALONE) if (command.name().equals(name)) return command.run(arguments);
        Background.stepBackWhole();
        var program = new SpringApplication(Preau.class);
        program.setWebApplicationType(WebApplicationType.NONE);
        try (var context =
                program.run("--preau.command=" + name, "--logging.level.fr.preau=warn")) {
            var commands = context.getBeansOfType(Command.class).values();
            for (var command : commands)
                if (command.name().equals(name)) return command.run(arguments);
            System.err.println(
                    "Commande inconnue : "
                            + name
                            + ". Commandes : "
                            + String.join(
                                    ", ",
                                    Stream.concat(ALONE.stream(), commands.stream())
                                            .map(Command::name)
                                            .sorted()
                                            .toList()));
            return 2;
        }
    }

    /** A command has no later: what its facts set off is done when it returns. */
    @Bean
    @ConditionalOnProperty("preau.command")
    TaskExecutor applicationTaskExecutor() {
        return new SyncTaskExecutor();
    }

    /** School time is Europe/Paris; everybody asks this clock. */
    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Europe/Paris"));
    }
}
