package fr.preau.agreements;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.jobs.RecurringWork;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Prepares and sends what campaigns ask for; killed at any moment, it goes on where it was. */
@Component
class AdvanceCampaigns implements RecurringWork {
    private final Campaigns campaigns;
    private final Walls walls;

    AdvanceCampaigns(Campaigns campaigns, Walls walls) {
        this.campaigns = campaigns;
        this.walls = walls;
    }

    @Override
    public String name() {
        return "agreement-campaigns";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void run() {
        var more = true;
        while (more) more = walls.as(Wall.JOB, campaigns::advance);
    }
}
