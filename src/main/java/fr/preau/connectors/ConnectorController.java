package fr.preau.connectors;

import static fr.preau.web.Wording.t;

import fr.preau.access.Tokens;
import fr.preau.connectors.Connector.Protocol;
import fr.preau.saml.ProviderMetadata;
import fr.preau.saml.ServiceKeys;
import fr.preau.saml.ServiceMetadata;
import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import fr.preau.web.Profile;
import fr.preau.web.Redirect;
import fr.preau.web.RoleKind;
import fr.preau.web.StepUp;
import fr.preau.web.View;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The services outside, as the région registers, opens and closes them. */
@Controller
class ConnectorController {
    private static final String LIST = "/connectors";

    private final Connectors connectors;
    private final Registry registry;
    private final Places places;
    private final ServiceKeys keys;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    ConnectorController(
            Connectors connectors,
            Registry registry,
            Places places,
            ServiceKeys keys,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.connectors = connectors;
        this.registry = registry;
        this.places = places;
        this.keys = keys;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * The région decides; the assistance, whom people call, and the data protection officer, who
     * answers for what is told, see.
     */
    static boolean sees(Actor actor) {
        return decides(actor)
                || actor.is(RoleKind.ASSISTANCE)
                || actor.is(RoleKind.DATA_PROTECTION_OFFICER);
    }

    private static boolean decides(Actor actor) {
        return actor.is(RoleKind.REGION_LEAD);
    }

    private static void mustDecide(Actor actor) {
        if (!decides(actor)) throw new NotFound();
    }

    @For(Profile.SUPERVISION)
    @GetMapping(LIST)
    View list(Actor actor) {
        if (!sees(actor)) throw new NotFound();
        return new ConnectorListPage(registry.all(), decides(actor));
    }

    @For(Profile.SUPERVISION)
    @GetMapping(LIST + "/new")
    View blank(Actor actor) {
        mustDecide(actor);
        return page(ConnectorForm.empty(), null, new Problems());
    }

    @For(Profile.SUPERVISION)
    @GetMapping(LIST + "/{connector}")
    View one(Actor actor, @PathVariable String connector) {
        mustDecide(actor);
        var known = registry.of(connector).orElseThrow(NotFound::new);
        return page(ConnectorForm.of(known, places.written(known.places())), null, new Problems());
    }

    /** Looks first: what will be told is shown before it is kept. */
    @For(Profile.SUPERVISION)
    @StepUp
    @PostMapping(LIST)
    View keep(Actor actor, ConnectorForm typed) {
        mustDecide(actor);
        var form = typed;
        try {
            if (typed.hasFile())
                form = typed.said(ServiceMetadata.read(ConnectorForm.text(typed.metadata())));
        } catch (ProviderMetadata.Unusable unusable) {
            return page(
                    typed,
                    null,
                    new Problems()
                            .add("metadata", t("connectors.form.metadata." + unusable.fault())));
        }
        return keep(actor, form, places.find(ConnectorForm.lines(form.places())));
    }

    private View keep(Actor actor, ConnectorForm form, Places.Found found) {
        var problems = ConnectorPolicy.check(form, found.unknown(), connectors);
        var known =
                form.slug() == null || form.slug().isEmpty()
                        ? null
                        : registry.of(form.slug()).orElseThrow(NotFound::new);
        // How a service asks is chosen once.
        if (known != null && known.protocol() != form.way()) throw new NotFound();
        var slug =
                known != null
                        ? known.slug()
                        : ConnectorForm.slugOf(ConnectorForm.text(form.title()));
        if (known == null && registry.of(slug).isPresent())
            problems.add("title", t("connectors.form.same-title"));
        if (form.way() != Protocol.CAS
                && registry.isTaken(form.way(), ConnectorForm.text(form.name()), slug))
            problems.add("name", t("connectors.form.same-name"));
        if (form.way() == Protocol.SAML && !keys.ready())
            problems.add("protocol", t("connectors.form.no-keys"));
        if (problems.any() || !form.keeps()) return page(form, found, problems);
        var secret = form.way() == Protocol.OPENID && form.wantsSecret() ? Tokens.make(256) : null;
        registry.keep(connector(slug, form, found, secret));
        facts.publishEvent(
                new ConnectorFact.ConnectorWritten(
                        slug,
                        form.told().stream().map(Enum::name).collect(Collectors.joining(",")),
                        actor.account(),
                        actor.person(),
                        clock.instant()));
        return secret == null
                ? Redirect.to(LIST).saying("connectors.kept")
                : new ConnectorSecretPage(
                        ConnectorForm.text(form.title()), ConnectorForm.text(form.name()), secret);
    }

    private Connector connector(
            String slug, ConnectorForm form, Places.Found found, @Nullable String secret) {
        var cas = form.way() == Protocol.CAS;
        var saml = form.way() == Protocol.SAML;
        return new Connector(
                0,
                slug,
                ConnectorForm.text(form.title()),
                ConnectorForm.text(form.purpose()),
                form.way(),
                cas ? null : ConnectorForm.text(form.name()),
                ConnectorForm.lines(form.addresses()),
                ConnectorForm.lines(form.callbacks()),
                saml ? form.signOutAddress() : null,
                saml ? Pem.kept(form.certificates()) : List.of(),
                secret == null ? null : Tokens.hash(secret),
                form.people(),
                form.told(),
                found.ids(),
                false);
    }

    @For(Profile.SUPERVISION)
    @StepUp
    @PostMapping(LIST + "/{connector}/state")
    View turn(Actor actor, @PathVariable String connector, @RequestParam boolean open) {
        mustDecide(actor);
        var known = registry.of(connector).orElseThrow(NotFound::new);
        if (registry.turn(known.slug(), open))
            facts.publishEvent(
                    open
                            ? new ConnectorFact.ConnectorOpened(
                                    known.slug(), actor.account(), actor.person(), clock.instant())
                            : new ConnectorFact.ConnectorClosed(
                                    known.slug(),
                                    actor.account(),
                                    actor.person(),
                                    clock.instant()));
        return Redirect.to(LIST).saying(open ? "connectors.opened" : "connectors.closed");
    }

    private static View page(ConnectorForm form, Places.@Nullable Found found, Problems problems) {
        return new ConnectorPage(
                form.slug() == null ? "" : form.slug(),
                ConnectorForm.text(form.title()),
                ConnectorForm.text(form.purpose()),
                form.way(),
                ConnectorForm.text(form.name()),
                ConnectorForm.text(form.addresses()),
                ConnectorForm.text(form.callbacks()),
                ConnectorForm.text(form.signOut()),
                ConnectorForm.text(form.certificates()),
                ConnectorForm.text(form.metadata()),
                ConnectorForm.text(form.places()),
                form.people(),
                form.told(),
                form.wantsSecret(),
                found == null || problems.any()
                        ? null
                        : new ConnectorPage.Preview(
                                found.names(), form.told(), Pem.fingerprints(form)),
                problems);
    }
}
