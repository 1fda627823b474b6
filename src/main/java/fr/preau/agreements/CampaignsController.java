package fr.preau.agreements;

import fr.preau.agreements.AgreementFact.CampaignOpened;
import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.Live;
import fr.preau.web.LivePage;
import fr.preau.web.NotFound;
import fr.preau.web.Profile;
import fr.preau.web.Redirect;
import fr.preau.web.StepUp;
import fr.preau.web.View;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Next year's conventions, prepared and sent together. */
@Controller
class CampaignsController {
    private static final String HERE = "/agreement-campaigns";

    private final Campaigns campaigns;
    private final AgreementList list;
    private final Live live;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    CampaignsController(
            Campaigns campaigns,
            AgreementList list,
            Live live,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.campaigns = campaigns;
        this.list = list;
        this.live = live;
        this.facts = facts;
        this.clock = clock;
    }

    @For(Profile.SUPERVISION)
    @GetMapping(HERE)
    View show(Actor actor) {
        lead(actor);
        var year = list.currentYear();
        return new CampaignsPage(year, campaigns.all(), campaigns.expected(year), list.tally(year));
    }

    @For(Profile.SUPERVISION)
    @StepUp
    @PostMapping(HERE)
    View open(Actor actor, @RequestParam(defaultValue = "0") int year) {
        lead(actor);
        if (year != list.currentYear()) throw new NotFound();
        if (!campaigns.open(year)) return Redirect.to(HERE).saying("agreements.campaign.already");
        facts.publishEvent(
                new CampaignOpened(year, actor.account(), actor.person(), clock.instant()));
        return Redirect.to(HERE).saying("agreements.campaign.opened");
    }

    @For(Profile.SUPERVISION)
    @StepUp
    @PostMapping(HERE + "/{campaign}/sending")
    View send(Actor actor, @PathVariable int campaign) {
        lead(actor);
        if (!campaigns.send(campaign))
            return Redirect.to(HERE).saying("agreements.campaign.not-yet");
        return Redirect.to(HERE).saying("agreements.campaign.sending");
    }

    @For(Profile.SUPERVISION)
    @GetMapping(HERE + "/live")
    LivePage live(Actor actor) {
        lead(actor);
        return live.listen(actor, Campaigns.TOPIC);
    }

    private static void lead(Actor actor) {
        if (!AgreementPolicy.leads(actor)) throw new NotFound();
    }
}
