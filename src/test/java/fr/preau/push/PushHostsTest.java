package fr.preau.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.database.Unusable;
import fr.preau.web.TestMode;
import java.net.InetAddress;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An address comes from a browser, so from anybody. */
class PushHostsTest {
    private final PushHosts hosts =
            new PushHosts("fcm.googleapis.com, *.notify.windows.com", TestMode.of("production"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://fcm.googleapis.com/fcm/send/abc:def",
                "https://FCM.googleapis.com:443/x",
                "https://wns2-par02p.notify.windows.com/w/?token=a%2fb"
            })
    void the_services_of_browsers_are_called(String address) {
        assertThat(hosts.admitted(address)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "http://fcm.googleapis.com/send",
                "ftp://fcm.googleapis.com/send",
                "https://fcm.googleapis.com:8443/send",
                "https://fcm.googleapis.com@example.org/send",
                "https://user@fcm.googleapis.com/send",
                "https://fcm.googleapis.com.example.org/send",
                "https://xfcm.googleapis.com/send",
                "https://googleapis.com/send",
                "https://notify.windows.com/send",
                "https://a.b.notify.windows.com/send",
                "https://127.0.0.1/send",
                "https://[::1]/send",
                "https://localhost/send",
                "http://localhost/send",
                "https://169.254.169.254/latest/meta-data",
                "https://fcm.googleapis.com/a b",
                "https://fcm.googleapis.com/\r\nHost: example.org",
                "file:///etc/passwd",
                "//fcm.googleapis.com/send",
                "https:fcm.googleapis.com"
            })
    void nobody_else_is(String address) {
        assertThat(hosts.admitted(address)).isEmpty();
    }

    @Test
    void an_endless_address_is_none() {
        assertThat(hosts.admitted("https://fcm.googleapis.com/" + "a".repeat(900))).isPresent();
        assertThat(hosts.admitted("https://fcm.googleapis.com/" + "a".repeat(1100))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "::1",
                "fe80::1",
                "fd00::1",
                "224.0.0.1"
            })
    void our_own_network_is_not_outside(String address) throws Exception {
        assertThat(PushHosts.isOurs(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void the_world_is() throws Exception {
        assertThat(PushHosts.isOurs(InetAddress.getByName("142.250.1.1"))).isFalse();
        assertThat(PushHosts.isOurs(InetAddress.getByName("2a00:1450::1"))).isFalse();
    }

    @Test
    void this_machine_may_be_named_for_trying_only() {
        var trying = new PushHosts("localhost", TestMode.of("test"));
        assertThat(trying.admitted("http://localhost:4000/x")).isPresent();
        assertThat(trying.leadsOutside(URI.create("http://localhost:4000/x"))).isTrue();
        assertThatThrownBy(() -> new PushHosts("localhost", TestMode.of("production")))
                .isInstanceOf(Unusable.class);
        assertThatThrownBy(() -> new PushHosts("*", TestMode.of("test")))
                .isInstanceOf(Unusable.class);
    }

    @Test
    void a_site_that_names_no_service_writes_to_no_device() {
        assertThat(new PushHosts("", TestMode.of("production")).any()).isFalse();
        assertThat(hosts.any()).isTrue();
    }
}
