package fr.preau.connectors;

import fr.preau.connectors.Connector.Protocol;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Profile;
import java.util.EnumSet;
import java.util.List;
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
        keep(slug, protocol, name, addresses, callbacks, null, List.of(), secret, told);
    }

    /**
     * A SAML service.
     *
     * @param certificates DER in base 64; none for one that never signs
     */
    public void saml(
            String slug,
            String name,
            List<String> addresses,
            List<String> callbacks,
            @Nullable String signOut,
            List<String> certificates,
            Attribute... told) {
        keep(slug, Protocol.SAML, name, addresses, callbacks, signOut, certificates, null, told);
    }

    private void keep(
            String slug,
            Protocol protocol,
            @Nullable String name,
            List<String> addresses,
            List<String> callbacks,
            @Nullable String signOut,
            List<String> certificates,
            byte @Nullable [] secret,
            Attribute... told) {
        registry()
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
                                signOut,
                                certificates,
                                secret,
                                EnumSet.of(Profile.PUPIL, Profile.TEACHER),
                                List.of(told),
                                List.of(school()),
                                true));
    }

    /** A CAS service at this address, told nothing. */
    public void cas(String slug, String address) {
        open(slug, Protocol.CAS, null, List.of(address), List.of(), null);
    }

    private Registry registry() {
        return application.getBean(Registry.class);
    }

    public void close(String slug) {
        registry().turn(slug, false);
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
