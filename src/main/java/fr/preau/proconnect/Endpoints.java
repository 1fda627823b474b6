package fr.preau.proconnect;

import com.nimbusds.jose.util.JSONObjectUtils;
import fr.preau.proconnect.Refusal.Reason;
import java.net.URI;
import java.text.ParseException;
import java.util.Map;

/**
 * Where each thing is asked, as ProConnect describes itself. {@code namesItself}: it says in every
 * answer which provider it is (RFC 9207).
 */
record Endpoints(
        URI authorization, URI token, URI userinfo, URI keys, URI endSession, boolean namesItself) {
    static Endpoints read(Counterpart counterpart, Wire.Body description) {
        try {
            var said = JSONObjectUtils.parse(description.text());
            Refusal.unless(
                    counterpart.issuer().equals(JSONObjectUtils.getString(said, "issuer")),
                    Reason.UNAVAILABLE);
            return new Endpoints(
                    address(counterpart, said, "authorization_endpoint"),
                    address(counterpart, said, "token_endpoint"),
                    address(counterpart, said, "userinfo_endpoint"),
                    address(counterpart, said, "jwks_uri"),
                    address(counterpart, said, "end_session_endpoint"),
                    Boolean.TRUE.equals(
                            said.get("authorization_response_iss_parameter_supported")));
        } catch (ParseException e) {
            throw new Refusal(Reason.UNAVAILABLE);
        }
    }

    private static URI address(Counterpart counterpart, Map<String, Object> said, String name)
            throws ParseException {
        try {
            var address = URI.create(String.valueOf(JSONObjectUtils.getString(said, name)));
            Refusal.unless(
                    counterpart.mayAsk(address) && address.getRawQuery() == null,
                    Reason.UNAVAILABLE);
            return address;
        } catch (IllegalArgumentException e) {
            throw new Refusal(Reason.UNAVAILABLE);
        }
    }
}
