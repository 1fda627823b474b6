package fr.preau.messages;

import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.Problems;
import fr.preau.web.Profile;
import fr.preau.web.Redirect;
import fr.preau.web.Typed;
import fr.preau.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the adults of a school or an academy end their messages with. */
@Controller
class SignatureController {
    private final Signatures signatures;

    SignatureController(Signatures signatures) {
        this.signatures = signatures;
    }

    @GetMapping("/messages/signature")
    @For({Profile.TEACHER, Profile.TOWN, Profile.SUPERVISION})
    View show(Actor actor) {
        return new SignaturePage(signatures.of(actor).orElse(""), new Problems());
    }

    @PostMapping("/messages/signature")
    @For({Profile.TEACHER, Profile.TOWN, Profile.SUPERVISION})
    View set(Actor actor, @RequestParam(defaultValue = "") String text) {
        var words = Typed.clean(text).strip();
        if (words.codePointCount(0, words.length()) > Signatures.LONGEST)
            return new SignaturePage(
                    words,
                    new Problems().add("text", t("messages.signature.long", Signatures.LONGEST)));
        signatures.set(actor, words);
        return Redirect.to("/messages").saying("messages.signature.kept");
    }
}
