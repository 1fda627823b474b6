package fr.preau.web;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Pages that follow what happens: a browser listens to a topic (server-sent events), a transaction
 * says that the topic changed, and every node hears it from PostgreSQL at commit. Only the topic's
 * name travels; the page then asks again, as its own actor. Whatever a page follows, the same
 * connection also rings its bell: it says how much there is when it begins, and that something
 * came, whereupon the page begins anew.
 */
@Component
public class Live implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Live.class);
    private static final String CHANNEL = "preau_live";
    private static final String LISTEN = "listen " + CHANNEL;

    /** Pages that one account follows at the same time, on each node. */
    private static final int AT_ONCE = 12;

    private static final String BELL = "bell-";

    private final DataSource dataSource;
    private final JdbcClient db;
    private final List<Chrome.Bell> bells;
    private final Map<String, List<LivePage>> listeners = new ConcurrentHashMap<>();
    private final Map<Long, Deque<LivePage>> open = new ConcurrentHashMap<>();
    private final boolean serves;
    private volatile Thread follower;

    Live(
            DataSource dataSource,
            JdbcClient db,
            ObjectProvider<Chrome.Bell> bells,
            Environment settings) {
        this.dataSource = dataSource;
        this.db = db;
        this.bells = bells.stream().toList();
        this.serves = !settings.containsProperty("preau.command");
    }

    /** An operator's command says what changed; it has no browser to tell. */
    @Override
    public boolean isAutoStartup() {
        return serves;
    }

    /** Says, inside the transaction, that this topic changed. */
    public void changed(String topic) {
        changed(List.of(topic));
    }

    /** Says, inside the transaction, that there is something new for each of these persons. */
    public void ring(Collection<Long> persons) {
        changed(persons.stream().map(person -> BELL + person).toList());
    }

    private void changed(List<String> topics) {
        if (topics.isEmpty()) return;
        db.sql("select pg_notify(:channel, topic) from unnest(:topics) topic")
                .param("channel", CHANNEL)
                .param("topics", topics.toArray(String[]::new))
                .query((row, n) -> n)
                .list();
    }

    /** Whether a page asks to be told, rather than somebody for something. */
    public static boolean isStream(HttpServletRequest request) {
        var accepted = request.getHeader("Accept");
        return accepted != null && accepted.startsWith("text/event-stream");
    }

    /** Whether any process serves pages from this database at this moment. */
    public boolean isHeard() {
        return db.sql(
                        "select exists (select 1 from pg_stat_activity where datname = current_database() and query = :listening)")
                .param("listening", LISTEN)
                .query(Boolean.class)
                .single();
    }

    /**
     * Listens to a topic; the caller has made sure that the actor may. Somebody with many pages
     * open follows the latest ones.
     */
    public LivePage listen(Actor actor, String topic) {
        return listen(actor, Stream.of(topic));
    }

    /** Listens to the bell alone. */
    public LivePage listen(Actor actor) {
        return listen(actor, Stream.empty());
    }

    private LivePage listen(Actor actor, Stream<String> followed) {
        var topics =
                Stream.concat(followed, actor.persons().stream().map(person -> BELL + person))
                        .toList();
        var page = new Listener(actor.account(), topics).page;
        // Joined before it is counted: what comes in between rings.
        page.tell("bell", Integer.toString(bells.stream().mapToInt(b -> b.unread(actor)).sum()));
        return page;
    }

    /** A page in the lists of those who listen, until it leaves. */
    private final class Listener {
        private final long account;
        private final List<String> topics;
        private final LivePage page = new LivePage(this::forget);

        private Listener(long account, List<String> topics) {
            this.account = account;
            this.topics = topics;
            var surplus = new ArrayList<LivePage>();
            open.compute(
                    account,
                    (key, before) -> {
                        var all = before == null ? new ArrayDeque<LivePage>(1) : before;
                        all.add(page);
                        while (all.size() > AT_ONCE) surplus.add(all.remove());
                        return all;
                    });
            surplus.forEach(LivePage::leave);
            for (var topic : topics) join(topic);
        }

        /**
         * In one step: between finding the list and joining it, its last listener may leave with
         * it.
         */
        private void join(String topic) {
            listeners.compute(
                    topic,
                    (key, before) -> {
                        var all = before == null ? new CopyOnWriteArrayList<LivePage>() : before;
                        all.add(page);
                        return all;
                    });
        }

        private void forget() {
            open.computeIfPresent(
                    account, (key, all) -> all.remove(page) && all.isEmpty() ? null : all);
            for (var topic : topics)
                listeners.computeIfPresent(
                        topic, (key, all) -> all.remove(page) && all.isEmpty() ? null : all);
        }
    }

    /** Each page in its own thread: one that reads slowly does not keep the others waiting. */
    private void heard(String topic) {
        var event = topic.startsWith(BELL) ? "ring" : "refresh";
        for (var page : listeners.getOrDefault(topic, List.of()))
            Thread.startVirtualThread(() -> page.tell(event, ""));
    }

    @Override
    public void start() {
        var thread = Thread.ofVirtual().name("preau-live").unstarted(this::follow);
        follower = thread;
        thread.start();
    }

    private void follow() {
        while (follows()) {
            try (var connection = dataSource.getConnection();
                    var sql = connection.createStatement()) {
                sql.execute(LISTEN);
                var notices = connection.unwrap(PGConnection.class);
                // After a lost connection something may have been missed: everybody looks again.
                listeners.keySet().forEach(this::heard);
                while (follows()) {
                    for (var notice : notices.getNotifications(1_000)) heard(notice.getParameter());
                }
                sql.execute("unlisten *");
            } catch (SQLException | RuntimeException e) {
                // Whatever it was: a node that no longer listens shows old pages to everybody.
                if (follows()) pause(e);
            }
        }
    }

    private boolean follows() {
        return follower == Thread.currentThread();
    }

    private static void pause(Exception why) {
        log.warn("live updates begin anew: {}", why.getClass().getName());
        java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
    }

    @Override
    public void stop() {
        follower = null;
        listeners.values().forEach(all -> all.forEach(LivePage::leave));
    }

    @Override
    public boolean isRunning() {
        return follower != null;
    }
}
