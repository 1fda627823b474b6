package fr.preau.samlidp;

import fr.preau.saml.Certificates;
import fr.preau.saml.SamlEngine;
import fr.preau.saml.ServiceKeys;
import fr.preau.saml.Xml;
import fr.preau.web.NotFound;
import fr.preau.web.Public;
import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Our metadata (SAML metadata, 2.4.3), signed: addresses, manners, and every key that may sign. */
@Controller
class DescriptionController {
    private final OurDoor door;
    private final ServiceKeys keys;

    DescriptionController(OurDoor door, ServiceKeys keys) {
        this.door = door;
        this.keys = keys;
    }

    @Public
    @GetMapping(OurDoor.METADATA)
    ResponseEntity<String> metadata(HttpServletRequest request) {
        if (!keys.ready()) throw new NotFound();
        var document = Xml.read(Xml.bytes(written(request)));
        var top = document.getDocumentElement();
        SamlEngine.sign(top, top.getFirstChild(), keys.signing());
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("application/samlmetadata+xml;charset=UTF-8"))
                .body(Xml.write(document));
    }

    private String written(HttpServletRequest request) {
        var certificates =
                keys.all().stream()
                        .map(key -> Certificates.write(key.certificate()))
                        .map(
                                """
                                <md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>%s</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>\
                                """
                                        ::formatted)
                        .collect(Collectors.joining());
        return """
        <md:EntityDescriptor xmlns:md="%1$s" xmlns:ds="%2$s" ID="_preau" entityID="%3$s">\
        <md:IDPSSODescriptor WantAuthnRequestsSigned="false" protocolSupportEnumeration="%4$s">%5$s\
        <md:SingleLogoutService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="%6$s"/>\
        <md:NameIDFormat>%7$s</md:NameIDFormat><md:NameIDFormat>%8$s</md:NameIDFormat>\
        <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="%9$s"/>\
        <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="%9$s"/>\
        </md:IDPSSODescriptor></md:EntityDescriptor>\
        """
                .formatted(
                        Xml.METADATA,
                        Xml.SIGNATURE,
                        Xml.escape(door.entity(request)),
                        Xml.PROTOCOL,
                        certificates,
                        Xml.escape(door.signOut(request)),
                        Naming.PERSISTENT,
                        Naming.TRANSIENT,
                        Xml.escape(door.signOn(request)));
    }
}
