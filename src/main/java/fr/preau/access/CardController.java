package fr.preau.access;

import fr.preau.access.PictureDoor.Held;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Public;
import fr.preau.web.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The door of those who cannot read: a card that is held, a code of pictures that is known
 * (capabilities A06 and A07). One transaction for each touch: a class arrives in the same minute.
 */
@Controller
class CardController {
    private final Cards cards;
    private final PictureDoor door;
    private final Walls walls;

    CardController(Cards cards, PictureDoor door, Walls walls) {
        this.cards = cards;
        this.door = door;
        this.walls = walls;
    }

    @Public
    @GetMapping("/cards/{token}")
    View show(@PathVariable String token) {
        return walls.as(
                Wall.DOOR,
                () ->
                        cards.holderOf(token)
                                .map(holder -> door.show(holder, Held.CARD))
                                .orElseGet(PictureDoor::unknown));
    }

    @Public
    @PostMapping("/cards/{token}")
    View touch(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable List<String> picture,
            @RequestParam(required = false) @Nullable String erase,
            HttpServletRequest request,
            HttpServletResponse response) {
        return walls.as(
                Wall.DOOR,
                () ->
                        cards.holderOf(token)
                                .map(holder ->
                                        door.touch(
                                                holder,
                                                Held.CARD,
                                                picture,
                                                erase != null,
                                                request,
                                                response))
                                .orElseGet(PictureDoor::unknown));
    }
}
