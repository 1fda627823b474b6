package fr.preau.townstaff;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.time.LocalDate;
import java.util.List;

/** The colleagues of one's towns: who waits, who is there, who is to be confirmed, who has left. */
public record StaffListPage(
        List<Colleague> all, boolean asks, StaffPolicy.Campaign campaign, LocalDate today)
        implements Page {
    @Override
    public String title() {
        return t("townstaff.title");
    }

    @Override
    public String service() {
        return "town";
    }

    @Override
    public String width() {
        return "wide";
    }

    public List<Colleague> toConfirm() {
        return asks && campaign.isOpen(today)
                ? all.stream().filter(campaign::asks).toList()
                : List.of();
    }

    public LocalDate confirmBefore() {
        return campaign.to();
    }

    public List<Colleague> waiting() {
        return in(Stage.ASKED);
    }

    public List<Colleague> present() {
        return in(Stage.ACCEPTED);
    }

    public List<Colleague> past() {
        return all.stream()
                .filter(one -> one.state() != Stage.ASKED && one.state() != Stage.ACCEPTED)
                .toList();
    }

    private List<Colleague> in(Stage stage) {
        return all.stream().filter(one -> one.state() == stage).toList();
    }
}
