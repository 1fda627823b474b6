package fr.preau.counterparts;

import fr.preau.saml.SamlEngine;
import fr.preau.saml.Workshop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

/**
 * A real Apache with the CAS, OpenID Connect and SAML modules of Debian, in front of pages of its
 * own.
 */
final class Apache implements AutoCloseable {
    private static final Path MODULES = Path.of("/usr/lib/apache2/modules");
    private static final Path PROGRAM = Path.of("/usr/sbin/apache2");

    private static final SamlEngine.Key KEY = Workshop.key("apache");

    private final Path home;
    private final int port;
    private Process process;

    Apache() {
        try {
            home = Files.createTempDirectory("apache");
            try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = free.getLocalPort();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isInstalled() {
        return Files.isExecutable(PROGRAM)
                && Files.exists(MODULES.resolve("mod_auth_cas.so"))
                && Files.exists(MODULES.resolve("mod_auth_openidc.so"))
                && Files.exists(MODULES.resolve("mod_auth_mellon.so"));
    }

    String address(String path) {
        return "http://localhost:" + port + path;
    }

    /** Starts with the modules that protect pages, set up as a service would be. */
    void start(String preau, String secret) throws IOException, InterruptedException {
        var root = Files.createDirectories(home.resolve("pages"));
        for (var page : new String[] {"cas", "oidc", "saml"}) {
            Files.createDirectories(root.resolve(page));
            Files.writeString(
                    root.resolve(page).resolve("index.html"), "La page de " + page + "\n");
        }
        var visits = Files.createDirectories(home.resolve("visits"));
        // Its children run as somebody else when the tests run as root.
        for (var folder :
                new Path[] {
                    home,
                    root,
                    visits,
                    root.resolve("cas"),
                    root.resolve("oidc"),
                    root.resolve("saml")
                }) folder.toFile().setExecutable(true, false);
        for (var folder : new Path[] {home, visits}) {
            folder.toFile().setReadable(true, false);
            folder.toFile().setWritable(true, false);
        }
        describe(preau);
        var settings = home.resolve("apache.conf");
        Files.writeString(
                settings,
                """
                ServerRoot %1$s
                ServerName localhost
                Listen 127.0.0.1:%2$d
                PidFile %1$s/pid
                ErrorLog %1$s/error.log
                LogLevel warn auth_cas:debug auth_openidc:info auth_mellon:info
                Mutex file:%1$s
                DocumentRoot %1$s/pages
                LoadModule mpm_event_module %3$s/mod_mpm_event.so
                LoadModule authn_core_module %3$s/mod_authn_core.so
                LoadModule authz_core_module %3$s/mod_authz_core.so
                LoadModule authz_user_module %3$s/mod_authz_user.so
                LoadModule dir_module %3$s/mod_dir.so
                LoadModule mime_module %3$s/mod_mime.so
                LoadModule headers_module %3$s/mod_headers.so
                LoadModule auth_cas_module %3$s/mod_auth_cas.so
                LoadModule auth_openidc_module %3$s/mod_auth_openidc.so
                LoadModule auth_mellon_module %3$s/mod_auth_mellon.so
                MellonLockFile %1$s/mellon.lock
                MellonPostDirectory %1$s/visits
                TypesConfig /etc/mime.types
                DirectoryIndex index.html
                %4$s
                Header always set X-User "expr=%%{REMOTE_USER}"
                CASVersion 2
                CASLoginURL %5$s/cas/login
                CASValidateURL %5$s/cas/p3/serviceValidate
                CASCookiePath %1$s/visits/
                CASRootProxiedAs http://localhost:%2$d
                CASSSOEnabled On
                CASDebug On
                OIDCProviderMetadataURL %5$s/.well-known/openid-configuration
                OIDCClientID apache
                OIDCClientSecret %6$s
                OIDCRedirectURI http://localhost:%2$d/oidc/retour
                OIDCCryptoPassphrase %6$s
                OIDCPKCEMethod S256
                OIDCScope "openid"
                OIDCRemoteUserClaim sub
                OIDCPassClaimsAs headers
                <Location /cas>
                AuthType CAS
                CASScope /
                CASAuthNHeader X-Cas-User
                Require valid-user
                </Location>
                <Location /oidc>
                AuthType openid-connect
                Require valid-user
                Header always set X-Given-Name "expr=%%{req_novary:OIDC_CLAIM_given_name}"
                </Location>
                <Location /saml>
                AuthType Mellon
                MellonEnable auth
                MellonEndpointPath /saml/mellon
                MellonSPMetadataFile %1$s/apache.xml
                MellonSPPrivateKeyFile %1$s/apache.key
                MellonSPCertFile %1$s/apache.crt
                MellonIdPMetadataFile %1$s/preau.xml
                MellonSignatureMethod rsa-sha256
                MellonSecureCookie Off
                MellonUser NAME_ID
                Require valid-user
                Header always set X-Given-Name "expr=%%{reqenv:MELLON_Prenom}"
                </Location>
                """
                        .formatted(
                                home,
                                port,
                                MODULES,
                                "root".equals(System.getProperty("user.name"))
                                        ? "User www-data\nGroup www-data"
                                        : "",
                                preau,
                                secret));
        process =
                new ProcessBuilder(PROGRAM.toString(), "-X", "-f", settings.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(home.resolve("output.log").toFile())
                        .start();
        listening();
    }

    /** What it says of itself to those who register it. */
    String metadata() {
        return """
        <EntityDescriptor entityID="%1$s" xmlns="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#">
        <SPSSODescriptor AuthnRequestsSigned="true" WantAssertionsSigned="true" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
        <KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>%2$s</ds:X509Certificate></ds:X509Data></ds:KeyInfo></KeyDescriptor>
        <SingleLogoutService Binding="urn:oasis:names:tc:SAML:2.0:bindings:SOAP" Location="%3$s/logout"/>
        <SingleLogoutService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="%3$s/logout"/>
        <NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:persistent</NameIDFormat>
        <AssertionConsumerService index="0" isDefault="true" Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="%3$s/postResponse"/>
        </SPSSODescriptor></EntityDescriptor>
        """
                .formatted(
                        address("/saml/mellon/metadata"),
                        Workshop.written(KEY.certificate()),
                        address("/saml/mellon"));
    }

    /** Each is given the other's metadata by hand, as the two operators would. */
    private void describe(String preau) throws IOException, InterruptedException {
        Files.writeString(home.resolve("apache.xml"), metadata());
        Files.writeString(
                home.resolve("apache.key"), pem("PRIVATE KEY", KEY.secret().getEncoded()));
        Files.writeString(
                home.resolve("apache.crt"),
                pem(
                        "CERTIFICATE",
                        Base64.getDecoder().decode(Workshop.written(KEY.certificate()))));
        var ours =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(preau + "/saml2/metadata"))
                                        .build(),
                                BodyHandlers.ofString());
        Files.writeString(home.resolve("preau.xml"), ours.body());
    }

    private static String pem(String what, byte[] der) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(
                        what,
                        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der),
                        what);
    }

    private void listening() throws InterruptedException {
        for (var tries = 0; process.isAlive() && tries < 200; tries++) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (socket.isConnected()) return;
            } catch (IOException e) {
                process.waitFor(50, TimeUnit.MILLISECONDS);
            }
        }
        throw new IllegalStateException(log());
    }

    /** What it says of itself, for a test that fails. */
    String log() {
        try {
            var errors = home.resolve("error.log");
            return Files.readString(home.resolve("output.log"))
                    + (Files.exists(errors) ? Files.readString(errors) : "");
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Override
    public void close() throws IOException {
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            process.onExit().join();
        }
        try (var all = Files.walk(home)) {
            all.sorted(java.util.Comparator.reverseOrder()).forEach(one -> one.toFile().delete());
        }
    }
}
