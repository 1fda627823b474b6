package fr.preau.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody's school still gives, when its time runs out; filled by a feature above. */
public interface Course {
    /** What is shown instead of what was asked; null when it goes on. */
    @Nullable View instead(Actor actor, HttpServletRequest request, String route);

    /** What stands above every page. */
    List<Banner> banners(Actor actor);

    /** Whether something may still be written in one of their schools. */
    boolean isOpen(Actor actor);

    /** Whether nothing is left but one's own account and data. */
    boolean isClosed(Actor actor);

    /** A sentence, and where its link leads. */
    record Banner(String icon, String text, String path, String action) {}
}
