package fr.preau.agreements;

import static fr.preau.web.Wording.count;
import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.util.List;

/** Campaigns: this year's to open, and how far the others are. */
public record CampaignsPage(
        int year,
        List<Campaigns.Campaign> campaigns,
        int expected,
        List<AgreementListPage.Tally> tallies)
        implements Page {
    @Override
    public String title() {
        return t("agreements.campaigns");
    }

    @Override
    public String service() {
        return "town";
    }

    public boolean anyRunning() {
        return campaigns.stream().anyMatch(Campaigns.Campaign::runs);
    }

    public boolean mayOpen() {
        return expected > 0 && !anyRunning();
    }

    public long drafts() {
        return tallies.stream()
                .filter(one -> one.stage() == Stage.DRAFT)
                .mapToLong(AgreementListPage.Tally::agreements)
                .sum();
    }

    public boolean maySend(Campaigns.Campaign campaign) {
        return campaign.year() == year && !anyRunning() && drafts() > 0;
    }

    public String openWords() {
        return count("agreements.campaign.open", expected);
    }

    public String sendWords() {
        return count("agreements.campaign.send", drafts());
    }
}
