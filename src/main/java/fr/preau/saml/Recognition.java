package fr.preau.saml;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who somebody is here, by what their provider says of them. Only the directory's own keys count:
 * never a name.
 */
@Component
class Recognition {
    /** The key of the directory under which EduConnect knows a guardian; several values. */
    static final String REFERENCES = "FrEduCtRefId";

    private static final String AAF = "{AAF}";

    /** EduConnect writes codes; older providers wrote letters. */
    private static final Map<String, String> LETTERS = Map.of("MON", "11", "TLS", "16");

    /** Heads of schools and inspectors, whom the staff file of AAF 1D may not know. */
    private static final Set<String> FUNCTIONS = Set.of("DIR", "IEN1D");

    private final JdbcClient db;
    private final Walls walls;
    private final String references;

    Recognition(JdbcClient db, Walls walls, @Value("${preau.saml.references:}") String references) {
        this.db = db;
        this.walls = walls;
        this.references = references.strip();
    }

    /** The persons that this answer of this provider means; none when nobody is known by it. */
    List<Long> persons(IdentityProvider provider, Answer answer) {
        return switch (provider.kind()) {
            case EDUCONNECT -> guardians(answer);
            case AGENTS -> agents(String.valueOf(provider.academy()), answer);
        };
    }

    private List<Long> guardians(Answer answer) {
        var academies = new ArrayList<String>();
        var keys = new ArrayList<String>();
        var values = new ArrayList<>(answer.values(REFERENCES));
        if (!references.isEmpty()) values.addAll(answer.values(references));
        for (var value : values) {
            if (!value.startsWith(AAF)) continue;
            var parts = value.substring(AAF.length()).split("\\|", -1);
            if (parts.length != 3 || parts[0].isBlank() || parts[2].isBlank()) continue;
            academies.add(LETTERS.getOrDefault(parts[0], parts[0]));
            keys.add(parts[2]);
        }
        if (keys.isEmpty()) return List.of();
        return walls.as(
                Wall.DIRECTORY,
                () ->
                        db.sql(
                                        """
                                        with said as (select * from unnest(cast(:academies as text[]), cast(:keys as text[])) as s (academy, join_key))
                                        select p.id from said s join person p using (academy, join_key)
                                         where p.kind = 'GUARDIAN' and p.departed_at is null
                                        union
                                        select p.id from said s join person_alias a using (academy, join_key) join person p on p.id = a.person_id
                                         where p.kind = 'GUARDIAN' and p.departed_at is null
                                        order by 1
                                        """)
                                .param("academies", academies.toArray(String[]::new))
                                .param("keys", keys.toArray(String[]::new))
                                .query(Long.class)
                                .list());
    }

    private List<Long> agents(String academy, Answer answer) {
        var addresses = new ArrayList<>(answer.values("ctemail"));
        addresses.addAll(answer.values("mail"));
        addresses.addAll(answer.values("urn:oid:0.9.2342.19200300.100.1.3"));
        var written =
                addresses.stream()
                        .map(address -> address.toLowerCase(Locale.ROOT))
                        .filter(address -> address.contains("@"))
                        .distinct()
                        .toArray(String[]::new);
        if (written.length == 0) return List.of();
        return walls.as(
                Wall.DIRECTORY,
                () ->
                        db.sql(
                                        """
                                        select id from person
                                         where kind = 'STAFF' and academy = :academy and lower(email) = any (:addresses) and departed_at is null
                                         order by id
                                        """)
                                .param("academy", academy)
                                .param("addresses", written)
                                .query(Long.class)
                                .list());
    }

    /** The function and the school that the desk tells of an agent, e.g. {@code DIR 0341315V}. */
    static Optional<String> function(Answer answer) {
        return answer.values("FrEduFonctAdm").stream()
                .filter(FUNCTIONS::contains)
                .findFirst()
                .map(function ->
                        answer.values("FrEduRneResp").stream()
                                .map(resp -> resp.split("\\$", -1)[0])
                                .filter(uai -> uai.matches("\\d{7}[A-Z]"))
                                .findFirst()
                                .map(uai -> function + " " + uai)
                                .orElse(function));
    }
}
