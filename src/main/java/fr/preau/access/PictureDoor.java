package fr.preau.access;

import fr.preau.access.CardPage.Mood;
import fr.preau.access.Cards.Holder;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Redirect;
import fr.preau.web.Screen;
import fr.preau.web.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The twelve pictures, behind something that is held: a card, or a tablet of the class. Whoever
 * calls has made sure of that. Failures of their address do not matter here: passwords that others
 * guess behind the same one keep no child out, and three tries are all there is.
 */
@Component
class PictureDoor {
    /** What is held: {@code classDevice} is null for a card; {@code back} leads to the faces. */
    record Held(String manner, @Nullable Long classDevice, @Nullable String back) {
        static final Held CARD = new Held("card", null, null);

        static Held tablet(long classDevice) {
            return new Held("class", classDevice, "/class");
        }
    }

    private final Accounts accounts;
    private final PictureCodes codes;
    private final SignIn signIn;
    private final Sessions sessions;
    private final Walls walls;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    PictureDoor(
            Accounts accounts,
            PictureCodes codes,
            SignIn signIn,
            Sessions sessions,
            Walls walls,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.accounts = accounts;
        this.codes = codes;
        this.signIn = signIn;
        this.sessions = sessions;
        this.walls = walls;
        this.facts = facts;
        this.clock = clock;
    }

    View show(Holder holder, Held held) {
        var account = accounts.byId(holder.account());
        var closed = account.pictureBlockedAt() != null || account.pictureHash() == null;
        return page(holder, held, List.of(), closed ? Mood.BLOCKED : Mood.WAITING);
    }

    /** One more picture, or the whole code. Without JavaScript each picture is sent alone. */
    View touch(
            Holder holder,
            Held held,
            @Nullable List<String> picture,
            boolean erase,
            HttpServletRequest request,
            HttpServletResponse response) {
        var typed = new ArrayList<>(picture == null ? List.<String>of() : picture);
        if (erase && !typed.isEmpty()) typed.removeLast();
        var account = accounts.byId(holder.account());
        if (account.pictureBlockedAt() != null || account.pictureHash() == null)
            return page(holder, held, List.of(), Mood.BLOCKED);
        if (typed.size() < Pictures.LENGTH && Pictures.ALL.containsAll(typed))
            return page(holder, held, typed, Mood.WAITING);
        return tryCode(holder, held, typed, request, response);
    }

    private View tryCode(
            Holder holder,
            Held held,
            List<String> typed,
            HttpServletRequest request,
            HttpServletResponse response) {
        var last = accounts.claimPictures(holder.account()).orElse(null);
        if (last == null) return page(holder, held, List.of(), Mood.BLOCKED);
        var kept = accounts.byId(holder.account()).pictureHash();
        if (codes.matches(holder.account(), typed, kept)) {
            accounts.unblockPictures(holder.account());
            if (!PictureCodes.isKeyed(kept))
                accounts.setPictures(holder.account(), codes.hash(holder.account(), typed));
            return enter(holder, held, request, response);
        }
        if (last)
            walls.as(
                    Wall.DOOR,
                    () ->
                            facts.publishEvent(
                                    new DoorFact.PictureCodeBlocked(
                                            holder.account(), clock.instant())));
        return page(holder, held, List.of(), last ? Mood.BLOCKED : Mood.WRONG);
    }

    private View enter(
            Holder holder, Held held, HttpServletRequest request, HttpServletResponse response) {
        var result =
                signIn.enter(holder.account(), Device.SHARED, held.manner(), Client.of(request));
        if (result.verdict() != SignIn.Verdict.IN) return unknown();
        if (held.classDevice() != null) sessions.onTablet(result.token(), held.classDevice());
        Cookies.SESSION.read(request).ifPresent(sessions::end);
        Cookies.SESSION.write(request, response, result.token());
        return Redirect.to("/");
    }

    private static CardPage page(Holder holder, Held held, List<String> typed, Mood state) {
        return new CardPage(
                holder.firstName(),
                Pictures.avatar(holder.person()),
                Screen.colourOf(holder.person()),
                typed,
                state,
                held.back());
    }

    static CardPage unknown() {
        return new CardPage("", "", 1, List.of(), Mood.UNKNOWN, null);
    }
}
