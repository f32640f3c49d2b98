package dev.countersign.conformance.domains;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.countersign.host.domains.Finding;
import dev.countersign.host.domains.blocklists.AddressBlocklist;
import dev.countersign.host.domains.blocklists.Blocklist;
import dev.countersign.host.domains.blocklists.DomainBlocklist;
import dev.countersign.host.domains.blocklists.ListAnswer;
import dev.countersign.host.domains.dns.Dns;
import dev.countersign.host.domains.dns.DnsAnswer;
import dev.countersign.host.domains.dns.Resolvers;
import dev.countersign.host.domains.signals.BlocklistSignal;
import dev.countersign.kernel.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Listings, refusals and lists that are gone, told apart over the wire. */
class BlocklistsTest {
  private static final String D = "shop.example";
  private static final String LISTED = " IN A 127.0.0.2";
  private static final String TEST4 = "2.0.0.127.ip.bl." + LISTED;
  private static final String MAPPED = ".0.0.0.0.0.f.7.f.f.f.f" + ".0".repeat(20) + ".ip.bl.";
  private static final String TEST6 = "2" + MAPPED + LISTED;
  private static final String SIX =
      "5.2.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip.bl.";

  private final LoopbackDns server = new LoopbackDns();
  private final Resolvers dns = new Resolvers(List.of(server.address()), Duration.ofSeconds(5));

  @AfterEach
  void close() {
    server.close();
  }

  private Finding domains() {
    var lists = List.of(new DomainBlocklist(dns, "one.bl"), new DomainBlocklist(dns, "two.bl"));
    return new BlocklistSignal(List.copyOf(lists)).look(D);
  }

  private Finding addresses() {
    return new BlocklistSignal(List.of(new AddressBlocklist(dns, "ip.bl"))).look(D);
  }

  private static void assertLevel(Level level, Finding finding) {
    assertEquals(level, finding.level(), finding::says);
  }

  @ParameterizedTest
  @CsvSource({
    "'', GOOD",
    "shop.example.one.bl. IN A 127.0.0.2, FIRST",
    "shop.example.one.bl. IN A 127.0.0.2|shop.example.two.bl. IN A 127.0.1.4, SECOND",
    "shop.example.one.bl. IN A 127.255.255.254, UNKNOWN",
    "shop.example.one.bl. IN A 127.0.0.1, UNKNOWN",
    "shop.example.one.bl. IN A 127.0.1.255, UNKNOWN",
    "shop.example.one.bl. IN A 127.255.255.252|shop.example.two.bl. IN A 127.0.0.2, FIRST",
    "shop.example.one.bl. IN A 203.0.113.7, UNKNOWN",
    "*.one.bl. IN A 127.0.0.2, UNKNOWN",
    "*.one.bl. IN A 203.0.113.7, UNKNOWN"
  })
  void of_domains(String entries, Level level) {
    server.with("test.one.bl. IN A 127.0.0.2", "test.two.bl. IN A 127.0.0.2");
    if (!entries.isEmpty()) {
      server.with(entries.split("\\|", -1));
    }
    assertLevel(level, domains());
  }

  @Test
  void a_list_without_its_test_entry_says_nothing() {
    server.with("other.bl. IN A 192.0.2.1", "test.one.bl. IN A 127.0.0.2");
    assertLevel(Level.UNKNOWN, domains());
  }

  @Test
  void the_test_entries_are_not_asked_for_each_time() {
    server.with("test.one.bl. IN A 127.0.0.2", "test.two.bl. IN A 127.0.0.2");
    var signal = new BlocklistSignal(List.of(new DomainBlocklist(dns, "one.bl")));
    signal.look(D);
    int before = server.questions();
    signal.look("other.example");
    assertEquals(1, server.questions() - before);
  }

  /**
   * A domain's mail host and what a list has of it.
   *
   * @param host the host's address
   * @param entry of the list; empty for none
   */
  record Row(String host, String entry, Level level) {}

  static List<Row> rows() {
    var four = "mx.shop.example. IN A 192.0.2.25";
    var six = "mx.shop.example. IN AAAA 2001:db8::25";
    var reversed = "25.2.0.192.ip.bl. IN A ";
    return List.of(
        new Row(four, "", Level.GOOD),
        new Row(four, reversed + "127.0.0.4", Level.FIRST),
        new Row(four, reversed + "127.255.255.255", Level.UNKNOWN),
        new Row(four, reversed + "127.0.0.1", Level.UNKNOWN),
        new Row(four, "*.0.0.127.ip.bl. IN A 127.0.0.2", Level.UNKNOWN),
        new Row(six, "", Level.GOOD),
        new Row(six, SIX + " IN A 127.0.0.2", Level.FIRST),
        new Row(six, SIX + " IN A 127.255.255.255", Level.UNKNOWN),
        new Row("mx.shop.example. IN A 127.0.0.2", "", Level.GOOD),
        new Row("other.example. IN A 192.0.2.25", reversed + "127.0.0.4", Level.GOOD));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void of_addresses_of_the_hosts_that_take_the_mail(Row row) {
    assertRow(row, asked -> new AddressBlocklist(asked, "ip.bl"));
  }

  private static void assertRow(Row row, Function<Dns, Blocklist> list) {
    try (var server = new LoopbackDns()) {
      server.with("shop.example. IN MX 10 mx.shop.example.", TEST4, TEST6, row.host());
      if (!row.entry().isEmpty()) {
        server.with(row.entry());
      }
      var asked = new Resolvers(List.of(server.address()), Duration.ofSeconds(5));
      assertLevel(row.level(), new BlocklistSignal(List.of(list.apply(asked))).look(D));
    }
  }

  /** {@return how many faulty lists of addresses were noticed} */
  static int plantedNoticed() {
    Map<String, Function<Dns, Blocklist>> weak =
        Map.of(
            "takes a refusal for clean",
            asked -> answering(asked, ListAnswer.UNUSABLE, ListAnswer.NOT_LISTED),
            "takes a refusal for a listing",
            asked -> answering(asked, ListAnswer.UNUSABLE, ListAnswer.LISTED),
            "hides a listing",
            asked -> answering(asked, ListAnswer.LISTED, ListAnswer.NOT_LISTED),
            "lists everybody",
            asked -> answering(asked, ListAnswer.NOT_LISTED, ListAnswer.LISTED),
            "asks about the domain, not about its hosts",
            asked -> new DomainBlocklist(asked, "ip.bl"),
            "does not turn addresses round",
            asked -> new AddressBlocklist(new Straight(asked), "ip.bl"));
    weak.forEach(
        (fault, list) ->
            assertThrows(
                AssertionError.class, () -> rows().forEach(row -> assertRow(row, list)), fault));
    return weak.size();
  }

  private static Blocklist answering(Dns asked, ListAnswer instead, ListAnswer said) {
    var sound = new AddressBlocklist(asked, "ip.bl");
    return new Blocklist() {
      @Override
      public String zone() {
        return sound.zone();
      }

      @Override
      public ListAnswer ask(String domain) {
        var answer = sound.ask(domain);
        return answer == instead ? said : answer;
      }
    };
  }

  /** Asks for the address of the test host as it is written. */
  private record Straight(Dns dns) implements Dns {
    @Override
    public DnsAnswer ask(String name, int type) {
      return dns.ask(name.replace("25.2.0.192.", "192.0.2.25."), type);
    }

    @Override
    public DnsAnswer askUnchecked(String name, int type) {
      return dns.askUnchecked(name, type);
    }
  }

  @Test
  void a_list_without_ipv6_says_what_it_knows_of_ipv4() {
    server.with(
        "shop.example. IN MX 10 mx.shop.example.",
        "mx.shop.example. IN A 192.0.2.25",
        "mx.shop.example. IN AAAA 2001:db8::25",
        TEST4);
    assertLevel(Level.GOOD, addresses());
    server.with("25.2.0.192.ip.bl. IN A 127.0.0.2");
    assertLevel(Level.FIRST, addresses());
  }

  @Test
  void without_a_mail_exchange_the_domains_own_address_counts() {
    server.with("shop.example. IN A 192.0.2.25", TEST4, "25.2.0.192.ip.bl. IN A 127.0.0.2");
    assertLevel(Level.FIRST, addresses());
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop.example", "mx.shop.example", "2.0.0.127.ip.bl", "1.0.0.127.ip.bl"})
  void what_cannot_be_asked_makes_it_unknown(String name) {
    server
        .with("shop.example. IN MX 10 mx.shop.example.", "mx.shop.example. IN A 192.0.2.25", TEST4)
        .failing(name, LoopbackDns.Fault.SERVFAIL);
    assertLevel(Level.UNKNOWN, addresses());
  }
}
