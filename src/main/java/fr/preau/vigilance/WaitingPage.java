package fr.preau.vigilance;

import static fr.preau.web.Wording.count;

import fr.preau.links.TrustedHosts;
import fr.preau.messages.Oversight;
import fr.preau.vigilance.ReportedPage.Attached;
import fr.preau.vigilance.VigilancePage.Waiting;
import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.util.List;

/** A message that waits, as its second person reads it. */
public record WaitingPage(
        Waiting waiting,
        Oversight.Copy copy,
        List<Attached> attached,
        TrustedHosts links,
        int delivered,
        String typed,
        Problems problems)
        implements Page {
    @Override
    public String title() {
        return copy.subject();
    }

    @Override
    public String service() {
        return "messages";
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }

    public String takesBack() {
        return count("vigilance.take-back", delivered);
    }
}
