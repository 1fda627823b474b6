package fr.preau.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Addresses outside: only those written in the plain way, and only beneath what is registered. */
public class ServiceAddressTest {
    /** What is registered in these rules. */
    public static final String REGISTERED = "https://livres.example/lire/";

    /**
     * Ways that have led browsers, proxies and libraries elsewhere than they seemed to; none lies
     * at or beneath {@link #REGISTERED}.
     */
    public static List<String> hostile() {
        var all = new ArrayList<String>();
        var hosts =
                List.of(
                        "livres.example.mechant.example",
                        "mechant.example",
                        "xlivres.example",
                        "livres.exampl",
                        "livres.example.",
                        "livres.examplé",
                        "lіvres.example",
                        "xn--lvres-9pe.example",
                        "LIVRES.EXAMPLE",
                        "livres.example%2emechant.example",
                        "livres.example%00.mechant.example",
                        "livres.example\\.mechant.example",
                        "livres。example",
                        "[::1]",
                        "[::ffff:127.0.0.1]",
                        "127.0.0.1",
                        "2130706433",
                        "0x7f000001",
                        "0177.0.0.1",
                        "169.254.169.254",
                        "localhost",
                        "-livres.example",
                        "livres-.example",
                        "livres..example",
                        "");
        for (var host : hosts) {
            all.add("https://" + host + "/lire/");
            all.add("https://" + host + "/lire/?u=https://livres.example/lire/");
        }
        for (var user :
                List.of(
                        "livres.example@mechant.example",
                        "livres.example:443@mechant.example",
                        "a:b@livres.example",
                        "@livres.example",
                        "livres.example%40mechant.example",
                        "mechant.example\\@livres.example",
                        "mechant.example#@livres.example",
                        "mechant.example?@livres.example",
                        "livres.example;@mechant.example",
                        "livres.example&@mechant.example",
                        "livres.example,mechant.example",
                        "livres.example mechant.example",
                        "livres.example\tmechant.example")) all.add("https://" + user + "/lire/");
        for (var scheme :
                List.of(
                        "http://",
                        "HTTPS://",
                        "https:",
                        "https:/",
                        "https:///",
                        "//",
                        "/\\",
                        "\\\\",
                        "https:\\\\",
                        "ftp://",
                        "javascript://",
                        "data:",
                        "https:livres//",
                        " https://",
                        "\thttps://",
                        "\nhttps://",
                        "https%3A//",
                        "https://https://",
                        "hxxps://",
                        "javascript:alert(1)//https://",
                        "view-source:https://",
                        "blob:https://",
                        "file://")) all.add(scheme + "livres.example/lire/");
        for (var port :
                List.of(
                        ":0", ":80", ":8443", ":444", ":65536", ":99999", ":", ":443x", ":-443",
                        ":0443", ":４４３")) all.add("https://livres.example" + port + "/lire/");
        for (var path :
                List.of(
                        "",
                        "/",
                        "/lir",
                        "/lirex",
                        "/LIRE/",
                        "/lire%2f",
                        "/lire%2F..%2F",
                        "/lire/..",
                        "/lire/../",
                        "/lire/../admin",
                        "/lire/./x",
                        "/lire/%2e%2e/",
                        "/lire/%2E%2e/",
                        "/lire/.%2e/",
                        "/lire/..;/",
                        "/lire/..;x/",
                        "/lire//x",
                        "//lire/",
                        "/lire/%5c..",
                        "/lire/\\..\\",
                        "/lire\\",
                        "/lire/%00",
                        "/lire/%0d%0aSet-Cookie:x=y",
                        "/lire/\r\nX: y",
                        "/lire/\n",
                        "/lire/\u0000",
                        "/lire/%zz",
                        "/lire/%",
                        "/lire/%2",
                        "/lire/ x",
                        "/lire/\u00a0",
                        "/lire/#x",
                        "/lire/#",
                        "/lire/?a#b",
                        "/lire/é",
                        "/lire/<script>",
                        "/lire/\"",
                        "/lire/'\"",
                        "/lire/`",
                        "/lire/{x}",
                        "/lire/|",
                        "/lire/^",
                        "/lire/%252e%252e/",
                        "/lire/\u202e",
                        "/lire/\uff0e\uff0e/",
                        "/autre/",
                        "/%6cire/",
                        "/lire/%3f",
                        "/lire/%23",
                        "/lire/?a=\\",
                        "/lire/?a= ",
                        "/lire/?a=\r\n",
                        "/lire/?a=é",
                        "/lire/%0a",
                        "/lire/%0D")) all.add("https://livres.example" + path);
        all.add("https://livres.example/lire/" + "a".repeat(3000));
        all.add("");
        all.add("null");
        all.add("*");
        all.add("https://*/lire/");
        return all;
    }

    @Test
    void one_hundred_and_fifty_devious_addresses_are_not_beneath_what_is_registered() {
        var registered = ServiceAddress.read(REGISTERED).orElseThrow();
        var through =
                hostile().stream()
                        .filter(one ->
                                ServiceAddress.read(one).filter(registered::covers).isPresent())
                        .toList();
        assertThat(through).isEmpty();
        assertThat(hostile().size()).isGreaterThanOrEqualTo(150);
    }

    @Test
    void plain_addresses_beneath_it_are() {
        var registered = ServiceAddress.read(REGISTERED).orElseThrow();
        assertThat(
                        Stream.of(
                                "https://livres.example/lire/",
                                "https://livres.example:443/lire/",
                                "https://livres.example/lire/page.html",
                                "https://livres.example/lire/a/b?c=d&e=%C3%A9",
                                "https://livres.example/lire/?u=https://autre.example/",
                                "https://livres.example/lire/a;jsessionid=12"))
                .allMatch(one -> ServiceAddress.read(one).filter(registered::covers).isPresent());
    }

    @Test
    void a_ticket_is_added_beside_what_the_address_says() {
        assertThat(
                        ServiceAddress.read("https://a.example")
                                .orElseThrow()
                                .with(Map.of("ticket", "ST-1")))
                .isEqualTo("https://a.example?ticket=ST-1");
        assertThat(
                        ServiceAddress.read("https://a.example/x?y=z")
                                .orElseThrow()
                                .with(Map.of("ticket", "ST-1")))
                .isEqualTo("https://a.example/x?y=z&ticket=ST-1");
    }
}
