package fr.preau.saml;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;

/**
 * A key of one's own with a certificate signed by itself, as federations exchange them: what counts
 * is the key, and who handed it over.
 */
final class SelfSigned {
    private static final int BITS = 2048;
    private static final Duration LASTS = Duration.ofDays(3650);

    private SelfSigned() {}

    static SamlEngine.Key make(String name, Instant now) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            var pair = generator.generateKeyPair();
            var method =
                    new AlgorithmIdentifier(
                            PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE);
            var whose = new X500Name("CN=" + name);
            var body = new V3TBSCertificateGenerator();
            body.setSerialNumber(new ASN1Integer(new BigInteger(120, new SecureRandom())));
            body.setIssuer(whose);
            body.setSubject(whose);
            body.setStartDate(new Time(Date.from(now.minus(Duration.ofDays(1)))));
            body.setEndDate(new Time(Date.from(now.plus(LASTS))));
            body.setSignature(method);
            body.setSubjectPublicKeyInfo(
                    SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
            var told = body.generateTBSCertificate();
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(pair.getPrivate());
            signature.update(told.getEncoded(ASN1Encoding.DER));
            var whole = new ASN1EncodableVector();
            whole.add(told);
            whole.add(method);
            whole.add(new DERBitString(signature.sign()));
            return new SamlEngine.Key(
                    pair.getPrivate(),
                    Certificates.read(new DERSequence(whole).getEncoded(ASN1Encoding.DER)));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
