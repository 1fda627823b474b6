package fr.preau.push;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SealedTest {
    private static final String RECEIVER =
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
    private static final String SECRET = "BTBZMqHH6r4Tts7J_aSIgg";
    private static final URI ANYWHERE = URI.create("https://fcm.googleapis.com/send/1");

    private static byte[] bytes(String text) {
        return new Base64URL(text).decode();
    }

    private static KeyPair pair(String point, String secret) throws Exception {
        var public65 = bytes(point);
        var key =
                new ECKey.Builder(
                                Curve.P_256,
                                Base64URL.encode(Arrays.copyOfRange(public65, 1, 33)),
                                Base64URL.encode(Arrays.copyOfRange(public65, 33, 65)))
                        .d(new Base64URL(secret))
                        .build();
        return new KeyPair(key.toECPublicKey(), key.toECPrivateKey());
    }

    /** RFC 8291, appendix A. */
    @Test
    void the_watermelon_of_the_standard_comes_out_byte_for_byte() throws Exception {
        var sender =
                pair(
                        "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8",
                        "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw");
        var sealed =
                Sealed.of(
                        "When I grow up, I want to be a watermelon"
                                .getBytes(StandardCharsets.US_ASCII),
                        Subscriber.of(ANYWHERE, RECEIVER, SECRET).orElseThrow(),
                        sender,
                        bytes("DGv6ra1nlYgDCS1FRnbzlw"),
                        0);
        assertThat(Base64URL.encode(sealed).toString())
                .isEqualTo(
                        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN");
    }

    @Test
    void what_was_written_shows_neither_by_its_length_nor_twice_the_same() {
        var phone = Subscriber.of(ANYWHERE, RECEIVER, SECRET).orElseThrow();
        var once = Sealed.of("un mot".getBytes(StandardCharsets.UTF_8), phone);
        var again = Sealed.of("un mot".getBytes(StandardCharsets.UTF_8), phone);
        var longer = Sealed.of("x".repeat(300).getBytes(StandardCharsets.UTF_8), phone);
        assertThat(once).hasSameSizeAs(longer).isNotEqualTo(again);
    }

    @Test
    void keys_that_are_none_are_no_subscriber() {
        assertThat(Subscriber.of(ANYWHERE, RECEIVER, SECRET)).isPresent();
        assertThat(Subscriber.of(ANYWHERE, "", "")).isEmpty();
        assertThat(Subscriber.of(ANYWHERE, RECEIVER, "BTBZ")).isEmpty();
        assertThat(Subscriber.of(ANYWHERE, RECEIVER.substring(0, 80), SECRET)).isEmpty();
        var offCurve = bytes(RECEIVER);
        offCurve[64] ^= 1;
        assertThat(Subscriber.of(ANYWHERE, Base64URL.encode(offCurve).toString(), SECRET))
                .as("a point beside the curve")
                .isEmpty();
    }
}
