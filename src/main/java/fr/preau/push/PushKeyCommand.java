package fr.preau.push;

import static fr.preau.web.Wording.t;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Command;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * {@code push-key}: another key from now on; {@code push-key --revoke}: and those of before sign no
 * more, because somebody may have copied them. Their devices ask again by one press.
 */
@Component
class PushKeyCommand implements Command {
    private final PushKeys keys;
    private final Walls walls;

    PushKeyCommand(PushKeys keys, Walls walls) {
        this.keys = keys;
        this.walls = walls;
    }

    @Override
    public String name() {
        return "push-key";
    }

    @Override
    public int run(List<String> arguments) {
        var revokes = arguments.equals(List.of("--revoke"));
        if (!arguments.isEmpty() && !revokes) {
            System.err.println(t("push.command.usage"));
            return 2;
        }
        var gone =
                walls.as(
                        Wall.DOOR,
                        () -> {
                            keys.make();
                            return revokes ? keys.revokeOlder() : 0;
                        });
        System.out.println(t("push.command.done", gone));
        return 0;
    }
}
