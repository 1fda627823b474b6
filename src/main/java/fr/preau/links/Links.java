package fr.preau.links;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.links.TrustedHosts.Host;
import fr.preau.web.Problems;
import fr.preau.web.Site;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The trusted hosts: those of the table, our own, and those of the services that are connected. */
@Component
public class Links {
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private final JdbcClient db;
    private final Walls walls;
    private final Site site;
    private final LoadingCache<String, TrustedHosts> known =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).build(key -> load());

    Links(JdbcClient db, Walls walls, Site site) {
        this.db = db;
        this.walls = walls;
        this.site = site;
    }

    public TrustedHosts trusted() {
        return known.get("");
    }

    /** Says so when this text carries a link that imitates a place where people sign in. */
    public void check(Problems problems, String text) {
        trusted()
                .imitationIn(text)
                .ifPresent(imitation -> problems.add("text", imitation.sentence()));
    }

    private TrustedHosts load() {
        var hosts =
                new ArrayList<Host>(
                        db.sql(
                                        "select host as name, word from trusted_host order by length(host) desc, host")
                                .query(Host.class)
                                .list());
        Address.of(site.link("/")).forEach(own -> add(hosts, own.host()));
        walls.as(
                        Wall.DOOR,
                        () ->
                                db.sql("select distinct unnest(addresses) from connector")
                                        .query(String.class)
                                        .list())
                .forEach(address -> Address.of(address).forEach(one -> add(hosts, one.host())));
        return new TrustedHosts(List.copyOf(hosts));
    }

    private static void add(List<Host> hosts, String name) {
        if (name.contains(".")) hosts.add(new Host(name, null));
    }
}
