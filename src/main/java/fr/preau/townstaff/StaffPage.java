package fr.preau.townstaff;

import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.Page;
import fr.preau.web.Problems;

/** One colleague, and what this reader may decide of them. */
public record StaffPage(
        Colleague colleague,
        boolean decides,
        boolean asked,
        boolean code,
        boolean invite,
        String word,
        Problems problems)
        implements Page {
    static StaffPage of(
            Actor actor, Colleague one, StaffAccess access, String word, Problems problems) {
        var town = StaffPolicy.towns(actor).contains(one.town());
        var person = one.person();
        var closed =
                town
                        && one.state() == Stage.ACCEPTED
                        && person != null
                        && access.holder(person).filter(holder -> !holder.active()).isPresent();
        return new StaffPage(
                one,
                StaffPolicy.decides(actor, one),
                town,
                closed && !access.byProConnect(),
                closed && access.byProConnect(),
                word,
                problems);
    }

    @Override
    public String title() {
        return colleague.name();
    }

    @Override
    public String service() {
        return "town";
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }

    public boolean mayDecide() {
        return decides && colleague.state() == Stage.ASKED;
    }

    public boolean mayWithdraw() {
        return asked && colleague.state() == Stage.ASKED;
    }

    public boolean mayEnd() {
        return (asked || decides) && colleague.state() == Stage.ACCEPTED;
    }

    public String state() {
        return t("townstaff.state." + colleague.state());
    }
}
