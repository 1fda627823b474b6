package fr.preau.openid;

import fr.preau.connectors.Attribute;
import fr.preau.connectors.Release.Said;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What is told of somebody, as claims (Core 1.0, 5.1). */
final class Claims {
    /** These never have more than one value. */
    private static final Set<Attribute> SINGLE =
            EnumSet.of(
                    Attribute.FAMILY_NAME,
                    Attribute.GIVEN_NAME,
                    Attribute.DISPLAY_NAME,
                    Attribute.LEVEL,
                    Attribute.EMAIL,
                    Attribute.ENT,
                    Attribute.GAR_PERSON);

    private Claims() {}

    static Map<String, Object> of(Said said) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("sub", said.subject());
        said.attributes()
                .forEach((attribute, values) ->
                        claims.put(
                                attribute.claim(),
                                SINGLE.contains(attribute) ? values.getFirst() : values));
        return claims;
    }
}
