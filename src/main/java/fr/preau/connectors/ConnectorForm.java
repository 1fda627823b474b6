package fr.preau.connectors;

import fr.preau.connectors.Connector.Protocol;
import fr.preau.saml.Certificates;
import fr.preau.saml.ServiceMetadata;
import fr.preau.web.Profile;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A service as somebody describes it; lists are one thing a line. */
record ConnectorForm(
        @Nullable String slug,
        @Nullable String title,
        @Nullable String purpose,
        @Nullable String protocol,
        @Nullable String name,
        @Nullable String addresses,
        @Nullable String callbacks,
        @Nullable String signOut,
        @Nullable String certificates,
        @Nullable String metadata,
        @Nullable String places,
        @Nullable List<String> profiles,
        @Nullable List<String> attributes,
        @Nullable String secret,
        @Nullable String step) {
    static ConnectorForm empty() {
        return new ConnectorForm(
                null, null, null, "CAS", null, null, null, null, null, null, null, null, null, null,
                null);
    }

    static ConnectorForm of(Connector one, String places) {
        return new ConnectorForm(
                one.slug(),
                one.title(),
                one.purpose(),
                one.protocol().name(),
                one.name(),
                String.join("\n", one.addresses()),
                String.join("\n", one.callbacks()),
                one.signOut(),
                Pem.write(one.certificates()),
                null,
                places,
                one.profiles().stream().map(Enum::name).toList(),
                one.attributes().stream().map(Enum::name).toList(),
                null,
                null);
    }

    static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }

    /** The same, with what the service's own file says in place of what was typed. */
    ConnectorForm said(ServiceMetadata file) {
        return new ConnectorForm(
                slug,
                title,
                purpose,
                protocol,
                file.entityId(),
                String.join("\n", file.addresses()),
                String.join("\n", file.calls()),
                file.signOut(),
                Pem.write(file.certificates().stream().map(Certificates::write).toList()),
                null,
                places,
                profiles,
                attributes,
                secret,
                step);
    }

    /** Whether a file was pasted, which only a service of SAML has. */
    boolean hasFile() {
        return way() == Protocol.SAML && !text(metadata).isEmpty();
    }

    @Nullable String signOutAddress() {
        return text(signOut).isEmpty() ? null : text(signOut);
    }

    boolean keeps() {
        return "keep".equals(step);
    }

    boolean wantsSecret() {
        return "new".equals(secret);
    }

    /** CAS when it says nothing that is known. */
    Protocol way() {
        return Stream.of(Protocol.values())
                .filter(one -> one.name().equals(protocol))
                .findFirst()
                .orElse(Protocol.CAS);
    }

    Set<Profile> people() {
        var named = Objects.requireNonNullElse(profiles, List.<String>of());
        return Stream.of(Profile.values())
                .filter(one -> named.contains(one.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Profile.class)));
    }

    List<Attribute> told() {
        return Objects.requireNonNullElse(attributes, List.<String>of()).stream()
                .flatMap(one -> Attribute.named(one).stream())
                .distinct()
                .sorted()
                .toList();
    }

    static List<String> lines(@Nullable String text) {
        return Arrays.stream(text(text).split("\\s+"))
                .filter(line -> !line.isBlank())
                .distinct()
                .toList();
    }

    /** A name for our addresses, made of the title's letters. */
    static String slugOf(String title) {
        var plain =
                Normalizer.normalize(title.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", "");
        return plain.substring(0, Math.min(plain.length(), 40));
    }
}
