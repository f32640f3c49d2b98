package dev.countersign.conformance.domains;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.countersign.conformance.domains.SignedZones.Below;
import dev.countersign.conformance.report.ReportPart;
import dev.countersign.host.domains.dns.Dnssec;
import dev.countersign.host.domains.dns.DnssecStatus.Bogus;
import dev.countersign.host.domains.dns.DnssecStatus.Signed;
import dev.countersign.host.domains.dns.DnssecStatus.Unclear;
import dev.countersign.host.domains.dns.DnssecStatus.Unsigned;
import dev.countersign.host.domains.dns.OwnDnssec;
import dev.countersign.host.domains.dns.Resolvers;
import dev.countersign.host.domains.dns.TrustedDnssec;
import dev.countersign.host.domains.signals.DnssecSignal;
import dev.countersign.host.domains.signals.MailExchangeSignal;
import dev.countersign.kernel.Level;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/** Signed zones and broken ones, served by nsd behind unbound: whom to believe, and what. */
class DnssecTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir static Path folder;
  static NameServers servers;

  @BeforeAll
  static void start() throws Exception {
    try {
      servers = NameServers.in(folder);
    } catch (TestAbortedException absent) {
      ReportPart.begin("dnssec").skipped(String.valueOf(absent.getMessage()));
      throw absent;
    }
  }

  @AfterAll
  static void stop() {
    if (servers != null) {
      servers.close();
    }
  }

  private static Resolvers asking(InetSocketAddress... addresses) {
    return new Resolvers(List.of(addresses), PATIENCE);
  }

  private static Dnssec own(Resolvers resolvers) throws IOException {
    var anchor = servers.zones().anchor().getBytes(StandardCharsets.US_ASCII);
    return new OwnDnssec(resolvers, new ByteArrayInputStream(anchor), Clock.systemUTC());
  }

  private static Map<String, Level> expected() {
    Map<String, Level> levels = new LinkedHashMap<>();
    for (Below zone : Below.values()) {
      Level level =
          switch (zone) {
            case SIGNED, SIGNED_WITH_NSEC3 -> Level.GOOD;
            case ISLAND, UNSIGNED -> Level.FIRST;
            case EXPIRED, FORGED, STRIPPED, MISMATCHED -> Level.THIRD;
          };
      levels.put(zone.domain(), level);
    }
    // Names that exist without the records asked for, and names that do not exist.
    levels.put("mx." + Below.SIGNED.domain(), Level.GOOD);
    levels.put("mx." + Below.SIGNED_WITH_NSEC3.domain(), Level.GOOD);
    levels.put("mx." + Below.UNSIGNED.domain(), Level.FIRST);
    levels.put("gone." + SignedZones.TOP, Level.FIRST);
    levels.put("gone." + Below.SIGNED_WITH_NSEC3.domain(), Level.FIRST);
    return levels;
  }

  /** {@return the names about which it is wrong} */
  private static List<String> misjudged(Dnssec dnssec) {
    List<String> wrong = new ArrayList<>();
    expected()
        .forEach(
            (name, level) -> {
              try {
                if (looked(dnssec, name) != level) {
                  wrong.add(name);
                }
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    return wrong;
  }

  /** Validators with one fault each, around one that is right. */
  private static Map<String, Dnssec> weak(Dnssec sound) {
    return Map.of(
        "takes wrong signatures for right ones",
        domain -> sound.of(domain) instanceof Bogus ? new Signed() : sound.of(domain),
        "takes wrong signatures for none",
        domain -> sound.of(domain) instanceof Bogus ? new Unsigned() : sound.of(domain),
        "takes unsigned domains for forged ones",
        domain -> sound.of(domain) instanceof Unsigned ? new Bogus("unsigned") : sound.of(domain),
        "looks at no signature",
        domain -> new Unsigned(),
        "is content with a chain that is broken",
        domain -> sound.of(domain) instanceof Unsigned ? new Signed() : sound.of(domain),
        "never knows",
        domain -> new Unclear("who knows"),
        "believes a resolver that does not validate",
        new TrustedDnssec(asking(servers.plain())));
  }

  private static Level looked(Dnssec dnssec, String name) throws InterruptedException {
    return new DnssecSignal(dnssec).look(name.substring(0, name.length() - 1)).level();
  }

  @Test
  void right_signatures_are_told_from_wrong_ones_and_from_none() throws IOException {
    var part = ReportPart.begin("dnssec");
    var here = own(asking(servers.plain()));
    var behindValidator = own(asking(servers.validating()));
    var trusted = new TrustedDnssec(asking(servers.validating()));
    for (Dnssec each : List.of(here, behindValidator, trusted)) {
      assertAll(
          expected().entrySet().stream()
              .map(
                  entry ->
                      () ->
                          assertEquals(
                              entry.getValue(),
                              looked(each, entry.getKey()),
                              each.getClass().getSimpleName() + " " + entry.getKey())));
    }
    var weak = weak(here);
    weak.forEach((fault, planted) -> assertNotEquals(List.of(), misjudged(planted), fault));
    part.count("names judged", 3L * expected().size())
        .count("planted validators noticed", weak.size())
        .count("zones", servers.zones().zones().size())
        .passed();
  }

  @Test
  void a_resolver_that_passes_no_signatures_on_makes_nothing_bogus() throws Exception {
    try (var stripping = new LoopbackDns()) {
      stripping.with("shop.example. IN SOA a. b. 1 2 3 4 5", ". IN SOA a. b. 1 2 3 4 5");
      assertEquals(Level.UNKNOWN, looked(own(asking(stripping.address())), "shop.example."));
    }
  }

  @Test
  void a_key_that_cannot_be_fetched_makes_nothing_bogus_and_nothing_unsigned() throws Exception {
    try (var relay = new RelayDns(servers.plain())) {
      for (String record : List.of("DS", "DNSKEY")) {
        for (Below zone : Below.values()) {
          relay.failing(zone.domain(), record);
          var level = looked(own(asking(relay.address())), zone.domain());
          boolean neverAsked = relay.failed() == 0;
          assertEquals(neverAsked, level != Level.UNKNOWN, record + " of " + zone);
        }
      }
    }
  }

  @Test
  void what_a_validating_resolver_withholds_is_unknown_and_goes_to_a_person() {
    var name = Below.EXPIRED.domain();
    var finding =
        new MailExchangeSignal(asking(servers.validating()))
            .look(name.substring(0, name.length() - 1));
    assertEquals(Level.UNKNOWN, finding.level(), finding::says);
  }
}
