package fr.preau.saml;

import fr.preau.access.Tokens;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * What a provider calls somebody and their session there (SAML core, 2.2.3 and 2.7.2): by hash to
 * be known again, in words only where they must be given back.
 *
 * @param nameId the NameID as an element of our own writing; {@code index}: the SessionIndex
 */
record Named(
        byte[] nameHash,
        byte @Nullable [] indexHash,
        @Nullable String nameId,
        @Nullable String index) {
    private static final int LONGEST = 1_024;

    /** Of the NameID of a subject, and the SessionIndex that came with it. */
    static Named of(Element nameId, @Nullable String index) {
        var name = Xml.text(nameId);
        Refusal.unless(!name.isEmpty() && name.length() <= LONGEST, Refusal.Reason.SHAPE);
        Refusal.unless(index == null || index.length() <= LONGEST, Refusal.Reason.SHAPE);
        var written = new StringBuilder("<saml:NameID xmlns:saml=\"" + Xml.ASSERTION + "\"");
        for (var one : new String[] {"NameQualifier", "SPNameQualifier", "Format"}) {
            var value = Xml.attribute(nameId, one);
            if (value != null)
                written.append(" ").append(one).append("=\"").append(Xml.escape(value)).append('"');
        }
        written.append('>').append(Xml.escape(name)).append("</saml:NameID>");
        return new Named(hash(name), index == null ? null : hash(index), written.toString(), index);
    }

    static byte[] hash(String word) {
        return Tokens.hash(word);
    }

    /** The same without its words. */
    Named unspoken() {
        return new Named(nameHash, indexHash, null, null);
    }
}
