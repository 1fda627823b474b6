package fr.preau.notifications;

import fr.preau.web.Cursor;
import fr.preau.web.Profile;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the feed's address asks for: {@code service=messages}, {@code child=…}, {@code show=hidden},
 * {@code before=…} for what is older. What makes no sense asks for nothing.
 */
public record FeedFilter(
        @Nullable String service,
        @Nullable String child,
        @Nullable String show,
        @Nullable String before) {
    static final String HIDDEN = "hidden";

    /** What concerns the account itself. */
    static final String ACCOUNT = "account";

    /** Of conventions and of the people of a town hall. */
    static final String TOWN = "town";

    /** In the order of the screen. */
    private static final List<String> SERVICES = List.of("liaison", "messages", TOWN, ACCOUNT);

    public FeedFilter {
        service = SERVICES.contains(Objects.requireNonNullElse(service, "")) ? service : null;
        child = Objects.requireNonNullElse(child, "").matches("\\d{1,18}") ? child : null;
        show = HIDDEN.equals(show) ? HIDDEN : null;
    }

    /** Those to choose from: what is of no family is not offered to one. */
    List<String> services(Profile hat) {
        return SERVICES.stream()
                .filter(one -> !one.equals(TOWN) || hat != Profile.GUARDIAN || one.equals(service))
                .toList();
    }

    /** The child's number. */
    @Nullable Long pupil() {
        return child == null ? null : Long.valueOf(child);
    }

    Cursor cursor() {
        return Cursor.parse(before);
    }

    public boolean isFirstPage() {
        return cursor().equals(Cursor.NOW);
    }

    public boolean isHidden() {
        return show != null;
    }

    /** Nothing is left out but what was put aside. */
    public boolean isWhole() {
        return service == null && child == null && show == null;
    }

    /** The address of this list, from its start. */
    public String path() {
        return path(service, child, show);
    }

    /** The address of this very page. */
    String here() {
        return isFirstPage() ? path() : with(path(), "before=" + cursor());
    }

    /** The same with another service, the other choices kept; null for all of them. */
    public String ofService(@Nullable String other) {
        return path(other, child, show);
    }

    public String ofChild(@Nullable String other) {
        return path(service, other, show);
    }

    public String shown(boolean hidden) {
        return path(service, child, hidden ? HIDDEN : null);
    }

    String older(Cursor after) {
        return with(path(), "before=" + after);
    }

    static String with(String path, String parameter) {
        return path + (path.contains("?") ? "&" : "?") + parameter;
    }

    private static String path(
            @Nullable String service, @Nullable String child, @Nullable String show) {
        var path = "/notifications";
        if (service != null) path = with(path, "service=" + service);
        if (child != null) path = with(path, "child=" + child);
        return show == null ? path : with(path, "show=" + show);
    }
}
