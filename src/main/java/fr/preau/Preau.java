package fr.preau;

import fr.preau.feed.ImportCommand;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Temporary: the command dispatch until the kernel's. */
@SpringBootApplication
public class Preau {
    public static void main(String[] args) {
        if (args.length == 0 || !args[0].equals("import")) {
            SpringApplication.run(Preau.class, args);
            return;
        }
        var application = new SpringApplication(Preau.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        int code;
        try (var context = application.run()) {
            code = context.getBean(ImportCommand.class).run(List.of(args).subList(1, args.length));
        }
        System.exit(code);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
