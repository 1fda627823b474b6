package fr.preau.saml;

import static fr.preau.web.Wording.t;

import fr.preau.saml.IdentityProvider.Kind;
import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import fr.preau.web.Profile;
import fr.preau.web.Redirect;
import fr.preau.web.RoleKind;
import fr.preau.web.StepUp;
import fr.preau.web.View;
import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The doors kept by others, as the région registers, opens and closes them. */
@Controller
class ProviderController {
    private static final String LIST = "/identity-providers";

    private final IdentityProviders providers;
    private final ServiceProvider service;
    private final ServiceKeys keys;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    ProviderController(
            IdentityProviders providers,
            ServiceProvider service,
            ServiceKeys keys,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.providers = providers;
        this.service = service;
        this.keys = keys;
        this.facts = facts;
        this.clock = clock;
    }

    /** The région decides; an académie's assistance, whom people call, sees. */
    static boolean sees(Actor actor) {
        return decides(actor) || actor.is(RoleKind.ASSISTANCE);
    }

    private static boolean decides(Actor actor) {
        return actor.is(RoleKind.REGION_LEAD);
    }

    private static void mustDecide(Actor actor) {
        if (!decides(actor)) throw new NotFound();
    }

    @For(Profile.SUPERVISION)
    @GetMapping(LIST)
    View list(Actor actor, HttpServletRequest request) {
        if (!sees(actor)) throw new NotFound();
        return new ProviderListPage(
                providers.all().stream()
                        .map(one ->
                                new ProviderListPage.Row(
                                        one.slug(),
                                        Doors.name(one),
                                        one.entityId(),
                                        one.open(),
                                        one.demo(),
                                        one.tellsSignOut(),
                                        shown(one.certificates())))
                        .toList(),
                keys.ready(),
                decides(actor),
                service.entity(request),
                service.link(request),
                keys.ready()
                        ? shown(keys.all().stream().map(SamlEngine.Key::certificate).toList())
                        : List.of());
    }

    @For(Profile.SUPERVISION)
    @GetMapping(LIST + "/new")
    View prepare(Actor actor) {
        mustDecide(actor);
        return page(ProviderForm.EMPTY, null, new Problems());
    }

    /** Shows what the file says, or, once that was seen, keeps it. */
    @For(Profile.SUPERVISION)
    @StepUp
    @PostMapping(LIST)
    View register(Actor actor, ProviderForm form) {
        mustDecide(actor);
        var problems = new Problems();
        if (doors().stream().noneMatch(door -> door.slug().equals(form.slug())))
            problems.add("door", t("saml.provider.no-door"));
        if (!form.returnHosts().stream().allMatch(host -> host.matches("[a-z0-9.-]{1,253}")))
            problems.add("hosts", t("saml.provider.bad-hosts"));
        ProviderMetadata file = null;
        try {
            file = ProviderMetadata.read(form.file());
        } catch (ProviderMetadata.Unusable unusable) {
            problems.add("metadata", t("saml.provider.fault." + unusable.fault()));
        }
        if (problems.any() || file == null || !form.keeps()) return page(form, file, problems);
        if (!providers.keep(provider(form, file)))
            return page(form, file, problems.add("metadata", t("saml.provider.taken")));
        facts.publishEvent(
                new SamlFact.DoorRegistered(
                        form.slug(), actor.account(), actor.person(), clock.instant()));
        return Redirect.to(LIST).saying("saml.provider.kept");
    }

    @For(Profile.SUPERVISION)
    @StepUp
    @PostMapping(LIST + "/{provider}/state")
    View turn(
            Actor actor,
            @PathVariable String provider,
            @RequestParam(defaultValue = "false") boolean open) {
        mustDecide(actor);
        var door = providers.of(provider).orElseThrow(NotFound::new);
        if (providers.turn(door.slug(), open))
            facts.publishEvent(
                    open
                            ? new SamlFact.DoorOpened(
                                    door.slug(), actor.account(), actor.person(), clock.instant())
                            : new SamlFact.DoorClosed(
                                    door.slug(), actor.account(), actor.person(), clock.instant()));
        return Redirect.to(LIST).saying(open ? "saml.provider.opened" : "saml.provider.closed");
    }

    private IdentityProvider provider(ProviderForm form, ProviderMetadata file) {
        var agents = form.slug().startsWith(Doors.AGENTS);
        return new IdentityProvider(
                        form.slug(),
                        agents ? Kind.AGENTS : Kind.EDUCONNECT,
                        agents ? form.slug().substring(Doors.AGENTS.length()) : null,
                        file.entityId(),
                        file.signOn(),
                        file.certificates(),
                        form.returnHosts(),
                        form.strongContexts(),
                        false,
                        false,
                        clock.instant())
                .leaving(file.signOut(), file.signOutAnswer(), form.tellsSignOut());
    }

    private View page(ProviderForm form, @Nullable ProviderMetadata file, Problems problems) {
        return new ProviderPage(
                doors(),
                form.slug(),
                form.file(),
                Objects.requireNonNullElse(form.hosts(), ""),
                Objects.requireNonNullElse(form.contexts(), ""),
                form.tellsSignOut(),
                file == null || problems.any()
                        ? null
                        : new ProviderPage.Preview(
                                file.entityId(),
                                file.signOn(),
                                file.signOut(),
                                shown(file.certificates()),
                                providers.of(form.slug()).isPresent()),
                problems);
    }

    private List<ProviderPage.Choice> doors() {
        var doors = new ArrayList<ProviderPage.Choice>();
        doors.add(new ProviderPage.Choice(Doors.EDUCONNECT, Doors.name((String) null)));
        for (var academy : providers.academies())
            doors.add(new ProviderPage.Choice(Doors.AGENTS + academy, Doors.name(academy)));
        return doors;
    }

    private List<ProviderListPage.Shown> shown(List<X509Certificate> certificates) {
        return certificates.stream()
                .map(one -> ProviderListPage.Shown.of(one, clock.instant()))
                .toList();
    }
}
