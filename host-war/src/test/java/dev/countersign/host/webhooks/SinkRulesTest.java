package dev.countersign.host.webhooks;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SinkRulesTest {
  private static final SinkRules STRICT = new SinkRules(false, Set.of(443, 8443));

  private static InetAddress[] found(String host) throws UnknownHostException {
    var named = HostileUrls.NAMES.get(host);
    if (named != null) {
      return named;
    }
    if (host.matches("[0-9.]+|.*:.*")) {
      return InetAddress.getAllByName(host);
    }
    return new InetAddress[] {HostileUrls.address("93.184.215.14")};
  }

  /** As a delivery goes: read the URL, look its host up. */
  private static boolean refused(SinkRules rules, SinkNames names, String url) {
    try {
      var host = rules.url(url).getHost();
      names.resolve(host.replaceAll("[\\[\\]]", ""));
      return false;
    } catch (SinkException | UnknownHostException e) {
      return true;
    }
  }

  private static List<String> let(SinkRules rules) {
    var names = new SinkNames(rules, SinkRulesTest::found);
    Predicate<String> refused = url -> refused(rules, names, url);
    return HostileUrls.all().stream().filter(refused.negate()).toList();
  }

  @Test
  void every_hostile_url_is_refused() {
    assertTrue(HostileUrls.all().size() > 600, HostileUrls.all().size() + " URLs");
    assertEquals(List.of(), let(STRICT));
  }

  @Test
  void without_the_check_of_addresses_the_table_notices() {
    var unchecked = new SinkNames(new SinkRules(true, Set.of()), SinkRulesTest::found);
    var let = HostileUrls.all().stream().filter(url -> !refused(STRICT, unchecked, url)).toList();
    assertTrue(let.size() >= 2 * 38, "planted fault: " + let.size() + " let through");
    assertTrue(let(new SinkRules(true, Set.of())).size() > let.size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://siem.example/hook",
        "https://siem.example:8443/a//b/../c?x=%41&y=1",
        "HTTPS://SIEM.example/",
        "https://siem",
        "https://a.b-c.d1.example:443/",
        "https://8.8.8.8/",
        "https://[2606:4700:4700::1111]/",
        "https://192.88.100.1/",
        "https://172.32.0.1/",
        "https://100.128.0.1/"
      })
  void what_is_on_the_public_internet_is_let_through(String url) {
    assertDoesNotThrow(() -> STRICT.url(url));
  }

  @Test
  void the_path_is_called_as_it_was_written() {
    assertAll(
        () ->
            assertEquals(
                "https://siem.example//127.0.0.1/../x?a=%2f",
                STRICT.url("https://SIEM.example//127.0.0.1/../x?a=%2f").toString()),
        () -> assertEquals("https://siem.example/", STRICT.url("https://siem.example").toString()));
  }

  /** Where the client connects is where the check looked, however odd the URL is. */
  @Property(tries = 20_000)
  void the_client_reads_the_host_that_was_checked(
      @ForAll @CharRange(from = '!', to = '~') @Size(max = 30)
          List<@CharRange(from = '!', to = '~') Character> odd,
      @ForAll boolean first) {
    var text = new StringBuilder();
    odd.forEach(text::append);
    var url = first ? "https://" + text + ".example/" : "https://a.example" + text;
    try {
      var checked = STRICT.url(url);
      assertEquals(checked.getHost(), new HttpPost(checked).getAuthority().getHostName());
    } catch (SinkException refused) {
      assertTrue(refused.why().length() > 5);
    }
  }

  @Test
  void an_operator_may_allow_sinks_of_the_own_network() {
    var open = new SinkRules(true, Set.of());
    assertAll(
        () -> assertDoesNotThrow(() -> open.url("http://127.0.0.1:9000/hook")),
        () -> assertThrows(SinkException.class, () -> open.url("ftp://127.0.0.1/")),
        () -> assertThrows(SinkException.class, () -> open.url("https://a@127.0.0.1/")));
  }
}
