package fr.preau.saml;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/** Certificates as metadata and our tables write them: DER in base 64. */
public final class Certificates {
    /** Bits (RGS B1, from 2021). */
    private static final int SMALLEST_RSA = 2048;

    private static final int SMALLEST_EC = 256;

    private Certificates() {}

    /** From base 64. */
    public static X509Certificate read(String base64) throws CertificateException {
        try {
            return read(Base64.getMimeDecoder().decode(base64.strip()));
        } catch (IllegalArgumentException e) {
            throw new CertificateException(e);
        }
    }

    static X509Certificate read(byte[] der) throws CertificateException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(der));
    }

    /** In base 64, on one line. */
    public static String write(X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether its key is of a kind and a size that we believe. */
    public static boolean isStrong(X509Certificate certificate) {
        return switch (certificate.getPublicKey()) {
            case RSAPublicKey rsa -> rsa.getModulus().bitLength() >= SMALLEST_RSA;
            case ECPublicKey ec -> ec.getParams().getOrder().bitLength() >= SMALLEST_EC;
            default -> false;
        };
    }

    /** Its SHA-256 in pairs, as people read it to each other: « 3A 07 … ». */
    public static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.ofDelimiter(" ")
                    .formatHex(
                            MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()))
                    .toUpperCase(Locale.ROOT);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
