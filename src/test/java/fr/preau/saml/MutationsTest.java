package fr.preau.saml;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * An answer altered at random, thousands of times: it is refused, or still says the very same. And
 * nothing else ever comes out of the reader.
 */
class MutationsTest {
    private static final int TRIES =
            "full".equals(System.getProperty("preau.proof")) ? 100_000 : 2_000;
    private static final String ADDRESS = "https://preau.example/saml/educonnect/acs";
    private static final String ENTITY = "https://preau.example/saml/metadata";
    private static final String AMINA = "{AAF}11|1|844001";

    /** What attacks are made of. */
    private static final String[] PIECES = {
        "<!---->",
        "<![CDATA[",
        "]]>",
        "<?x?>",
        "&amp;",
        "&#0;",
        "&#x41;",
        "<!DOCTYPE a>",
        "</saml:Assertion>",
        "<saml:Assertion>",
        "<ds:Object>",
        "</ds:Signature>",
        " ID=\"_x\"",
        " xmlns=\"urn:x\"",
        " xmlns:saml=\"urn:x\"",
        "<saml:AttributeValue>{AAF}11|1|1</saml:AttributeValue>",
        "\u0000",
        "\uFEFF",
        "é",
        "\r",
        "<samlp:Extensions/>",
        "none",
        "#",
        "\"",
        "'",
        "<",
        ">"
    };

    private final Clock clock = Clock.fixed(School.TUESDAY, School.PARIS);
    private final Verification verification =
            new Verification(
                    new IdentityProvider(
                            "educonnect",
                            IdentityProvider.Kind.EDUCONNECT,
                            null,
                            Desk.EDUCONNECT,
                            Desk.EDUCONNECT,
                            List.of(Desk.KEY.certificate()),
                            List.of(),
                            List.of(),
                            true,
                            false,
                            School.TUESDAY),
                    new Verification.Expected(ADDRESS, ENTITY, Set.of("_asked")),
                    List.of(Desk.NEXT.secret()),
                    clock);

    private byte[] message(boolean response) {
        var forge =
                new Forge(
                        Forge.written(
                                Desk.EDUCONNECT,
                                ADDRESS,
                                ENTITY,
                                "_asked",
                                clock.instant(),
                                new TreeMap<>(Map.of("FrEduCtRefId", List.of(AMINA)))));
        var manner = Forge.Manner.usual(Desk.KEY);
        return Xml.bytes(
                (response ? forge.signResponse(manner) : forge.signAssertion(manner)).text());
    }

    private static byte[] altered(byte[] message, Random random) {
        var at = random.nextInt(message.length);
        var length = Math.min(1 + random.nextInt(200), message.length - at);
        return switch (random.nextInt(5)) {
            case 0 -> {
                var copy = message.clone();
                copy[at] = (byte) random.nextInt(256);
                yield copy;
            }
            case 1 -> joined(message, at, new byte[0], at + length);
            case 2 ->
                    joined(
                            message,
                            at + length,
                            Arrays.copyOfRange(message, at, at + length),
                            at + length);
            case 3 -> {
                var from = random.nextInt(message.length - length + 1);
                yield joined(message, at, Arrays.copyOfRange(message, from, from + length), at);
            }
            default ->
                    joined(
                            message,
                            at,
                            PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8),
                            at);
        };
    }

    private static byte[] joined(byte[] message, int until, byte[] between, int from) {
        var whole = Arrays.copyOf(message, until + between.length + message.length - from);
        System.arraycopy(between, 0, whole, until, between.length);
        System.arraycopy(message, from, whole, until + between.length, message.length - from);
        return whole;
    }

    @Test
    void whatever_is_altered_is_refused_or_says_the_same() {
        var seed = 20241910L;
        var random = new Random(seed);
        var wrong = new ArrayList<String>();
        var same = 0;
        for (var response : new boolean[] {false, true}) {
            var message = message(response);
            assertThat(verification.of(message).answer().values("FrEduCtRefId"))
                    .as("the premise")
                    .containsExactly(AMINA);
            for (int i = 0; i < TRIES / 2; i++) {
                var altered = altered(message, random);
                try {
                    var said = verification.of(altered).answer().attributes();
                    same++;
                    if (!said.equals(Map.of("freductrefid", List.of(AMINA))))
                        wrong.add("seed " + seed + ", try " + i + " says " + said);
                } catch (Refusal refused) {
                    // As it should be.
                } catch (RuntimeException | Error e) {
                    wrong.add("seed " + seed + ", try " + i + " throws " + e);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(same)
                .as("what the signature does not cover may change, and little else")
                .isLessThan(TRIES / 4);
    }
}
