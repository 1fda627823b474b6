package fr.preau.townstaff;

import static fr.preau.web.Wording.count;
import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.Notices;
import java.util.List;
import org.springframework.stereotype.Component;

/** On the home of who decides, how many demands wait. */
@Component
class StaffNotices implements Notices {
    private final Colleagues colleagues;

    StaffNotices(Colleagues colleagues) {
        this.colleagues = colleagues;
    }

    @Override
    public List<Notice> of(Actor actor) {
        if (!StaffPolicy.decides(actor)) return List.of();
        var waiting = colleagues.waiting();
        return waiting == 0
                ? List.of()
                : List.of(
                        new Notice(
                                "town",
                                "users",
                                "school",
                                count("townstaff.notice", waiting),
                                TownStaffController.LIST,
                                t("townstaff.notice.see")));
    }
}
