package fr.preau.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Runs the declared work on this node or another; off for operator's commands and in tests, which
 * call the work themselves.
 */
@Component
@ConditionalOnProperty(name = "preau.jobs", havingValue = "true", matchIfMissing = true)
class Scheduling implements SmartLifecycle {
    private final DataSource dataSource;
    private final List<RecurringWork> work;
    private final boolean command;
    private volatile Scheduler scheduler;

    Scheduling(DataSource dataSource, ObjectProvider<RecurringWork> work, Environment settings) {
        this.dataSource = dataSource;
        this.work = work.stream().toList();
        this.command = settings.containsProperty("preau.command");
    }

    @Override
    public void start() {
        if (command || work.isEmpty()) return;
        var tasks =
                work.stream()
                        .map(w ->
                                Tasks.recurring(w.name(), FixedDelay.of(w.every()))
                                        .execute((instance, context) -> w.run()))
                        .toList();
        scheduler = Scheduler.create(dataSource).startTasks(tasks).threads(2).build();
        scheduler.start();
    }

    @Override
    public void stop() {
        if (scheduler != null) scheduler.stop();
        scheduler = null;
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }
}
