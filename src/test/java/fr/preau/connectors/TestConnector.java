package fr.preau.connectors;

import fr.preau.connectors.Connector.Protocol;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Profile;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Services as the région may have registered them. */
public final class TestConnector {
    private final ApplicationContext application;

    public TestConnector(ApplicationContext application) {
        this.application = application;
    }

    /** Open to the pupils and the team of the école Jean-Jaurès of Cazouls. */
    public void open(
            String slug,
            Protocol protocol,
            @Nullable String name,
            List<String> addresses,
            List<String> callbacks,
            byte @Nullable [] secret,
            Attribute... told) {
        open(slug, protocol, name, addresses, callbacks, secret, List.of(), told);
    }

    public void open(
            String slug,
            Protocol protocol,
            @Nullable String name,
            List<String> addresses,
            List<String> callbacks,
            byte @Nullable [] secret,
            List<String> certificates,
            Attribute... told) {
        write(
                slug,
                protocol,
                name,
                addresses,
                callbacks,
                secret,
                certificates,
                EnumSet.of(Profile.PUPIL, Profile.TEACHER),
                told);
    }

    private void write(
            String slug,
            Protocol protocol,
            @Nullable String name,
            List<String> addresses,
            List<String> callbacks,
            byte @Nullable [] secret,
            List<String> certificates,
            Set<Profile> profiles,
            Attribute... told) {
        application
                .getBean(Connectors.class)
                .keep(
                        new Connector(
                                0,
                                slug,
                                slug,
                                "Lire des livres",
                                protocol,
                                name,
                                addresses,
                                callbacks,
                                certificates,
                                secret,
                                profiles,
                                List.of(told),
                                List.of(school()),
                                true,
                                Instant.EPOCH));
    }

    public void close(String slug) {
        application.getBean(Connectors.class).turn(slug, false);
    }

    private long school() {
        return application
                .getBean(Walls.class)
                .as(
                        Wall.DIRECTORY,
                        () ->
                                application
                                        .getBean(JdbcClient.class)
                                        .sql("select id from structure where uai = '0341315V'")
                                        .query(Long.class)
                                        .single());
    }
}
