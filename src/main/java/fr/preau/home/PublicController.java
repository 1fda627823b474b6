package fr.preau.home;

import fr.preau.web.Markdown;
import fr.preau.web.Public;
import fr.preau.web.View;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Public and legal pages have French addresses. Their texts are commonmark files in {@code
 * resources/public}.
 */
@Controller
class PublicController {
    @Public
    @GetMapping("/accessibilite")
    View accessibility() throws IOException {
        return page("accessibilite");
    }

    @Public
    @GetMapping("/donnees-personnelles")
    View privacy() throws IOException {
        return page("donnees-personnelles");
    }

    @Public
    @GetMapping("/mentions-legales")
    View legal() throws IOException {
        return page("mentions-legales");
    }

    private static View page(String name) throws IOException {
        return new PublicPage(
                name,
                Markdown.document(
                        new ClassPathResource("public/" + name + ".md")
                                .getContentAsString(StandardCharsets.UTF_8)));
    }
}
