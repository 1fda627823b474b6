package fr.preau.liaison;

import static fr.preau.web.Wording.count;
import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** By which way each family of a note was reached: for a screen, a sheet of paper and a file. */
public record ReachPage(Note note, List<FollowPage.Child> children) implements Page {
    static String sentence(List<FollowPage.Child> children) {
        return Arrays.stream(Channel.values())
                .filter(channel -> size(children, channel) > 0)
                .map(channel -> part(channel, size(children, channel)))
                .collect(Collectors.joining(", "));
    }

    private static String part(Channel channel, int families) {
        return switch (channel) {
            case ONLINE -> count("liaison.reach.online", families);
            case PAPER -> count("liaison.reach.paper", families);
            case NONE -> count("liaison.reach.nobody", families);
        };
    }

    private static int size(List<FollowPage.Child> children, Channel channel) {
        return (int) children.stream().filter(child -> child.channel() == channel).count();
    }

    @Override
    public String title() {
        return t("liaison.reach.title");
    }

    @Override
    public String service() {
        return "liaison";
    }

    @Override
    public String width() {
        return "wide";
    }

    public String lead() {
        return sentence(children);
    }

    /** How many of those online have opened the note: an account in use is no proof of reading. */
    public String opened() {
        var opened = children.stream().filter(FollowPage.Child::isOpened).count();
        return count("liaison.reach.opened", opened);
    }

    /** The other household counts too: one guardian online does not tell another. */
    public String absent() {
        var absent =
                of(Channel.ONLINE).stream()
                        .flatMap(child -> child.guardians().stream())
                        .filter(FollowPage.Guardian::isAbsent)
                        .count();
        return count("liaison.reach.absent", absent);
    }

    public int in(Channel channel) {
        return size(children, channel);
    }

    public List<FollowPage.Child> of(Channel channel) {
        return children.stream().filter(child -> child.channel() == channel).toList();
    }
}
