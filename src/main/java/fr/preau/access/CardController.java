package fr.preau.access;

import fr.preau.access.CardPage.Mood;
import fr.preau.access.Cards.Holder;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Public;
import fr.preau.web.Redirect;
import fr.preau.web.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The door of those who cannot read: a card that is held, a code of pictures that is known
 * (capabilities A06 and A07).
 */
@Controller
class CardController {
    private final Cards cards;
    private final Accounts accounts;
    private final Passwords passwords;
    private final SignIn signIn;
    private final Sessions sessions;
    private final Walls walls;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    CardController(
            Cards cards,
            Accounts accounts,
            Passwords passwords,
            SignIn signIn,
            Sessions sessions,
            Walls walls,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.cards = cards;
        this.accounts = accounts;
        this.passwords = passwords;
        this.signIn = signIn;
        this.sessions = sessions;
        this.walls = walls;
        this.facts = facts;
        this.clock = clock;
    }

    @Public
    @GetMapping("/cards/{token}")
    View show(@PathVariable String token) {
        var holder = cards.holderOf(token).orElse(null);
        if (holder == null) return unknown();
        var blocked = accounts.byId(holder.account()).pictureBlockedAt() != null;
        return page(holder, List.of(), blocked ? Mood.BLOCKED : Mood.WAITING);
    }

    @Public
    @PostMapping("/cards/{token}")
    View touch(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable List<String> picture,
            @RequestParam(required = false) @Nullable String erase,
            HttpServletRequest request,
            HttpServletResponse response) {
        var holder = cards.holderOf(token).orElse(null);
        if (holder == null || accounts.addressMustWait(request.getRemoteAddr())) return unknown();
        var typed = new ArrayList<>(picture == null ? List.<String>of() : picture);
        if (erase != null && !typed.isEmpty()) typed.removeLast();
        if (accounts.byId(holder.account()).pictureBlockedAt() != null)
            return page(holder, List.of(), Mood.BLOCKED);
        if (typed.size() < Pictures.LENGTH && Pictures.ALL.containsAll(typed))
            return page(holder, typed, Mood.WAITING);
        return tryCode(holder, typed, request, response);
    }

    private View tryCode(
            Holder holder,
            List<String> typed,
            HttpServletRequest request,
            HttpServletResponse response) {
        var last = accounts.claimPictures(holder.account()).orElse(null);
        if (last == null) return page(holder, List.of(), Mood.BLOCKED);
        var account = accounts.byId(holder.account());
        if (Pictures.isCode(typed)
                && passwords.matches(Pictures.secret(typed), account.pictureHash())) {
            accounts.unblockPictures(holder.account());
            var result = signIn.enter(holder.account(), Device.SHARED, "card");
            if (result.verdict() != SignIn.Verdict.IN) return unknown();
            Cookies.SESSION.read(request).ifPresent(sessions::end);
            Cookies.SESSION.write(request, response, result.token());
            return Redirect.to("/");
        }
        if (last)
            walls.as(
                    Wall.DOOR,
                    () ->
                            facts.publishEvent(
                                    new DoorFact.PictureCodeBlocked(
                                            holder.account(), clock.instant())));
        return page(holder, List.of(), last ? Mood.BLOCKED : Mood.WRONG);
    }

    private static CardPage page(Holder holder, List<String> typed, Mood state) {
        return new CardPage(
                holder.firstName(),
                Pictures.avatar(holder.person()),
                Math.floorMod(holder.person(), 8) + 1,
                typed,
                state);
    }

    private static CardPage unknown() {
        return new CardPage("", "", 1, List.of(), Mood.UNKNOWN);
    }
}
