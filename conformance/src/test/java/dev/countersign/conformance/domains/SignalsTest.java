package dev.countersign.conformance.domains;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.host.domains.DomainSettings;
import dev.countersign.host.domains.Sources;
import dev.countersign.host.domains.dns.Resolvers;
import dev.countersign.host.domains.dns.TrustedDnssec;
import dev.countersign.host.domains.files.FetchPolicy;
import dev.countersign.host.domains.files.Kept;
import dev.countersign.host.domains.files.KeptFiles;
import dev.countersign.host.domains.files.LocalFile;
import dev.countersign.host.domains.lists.DomainList;
import dev.countersign.host.domains.signals.DmarcSignal;
import dev.countersign.host.domains.signals.DnssecSignal;
import dev.countersign.host.domains.signals.HistorySignal;
import dev.countersign.host.domains.signals.ListSignal;
import dev.countersign.host.domains.signals.LookalikeSignal;
import dev.countersign.host.domains.signals.MailExchangeSignal;
import dev.countersign.host.domains.signals.NameServerSignal;
import dev.countersign.host.domains.signals.SpfSignal;
import dev.countersign.host.domains.signals.TransportSecuritySignal;
import dev.countersign.host.platform.Limits;
import dev.countersign.kernel.Level;
import dev.countersign.kernel.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What right answers mean, from real packets, files and a real registry. */
class SignalsTest {
  private static final String D = "shop.example";
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String HASHED =
      "9640c131efd641d6ae53b38a1a610e72156565b79fe39f5d3accbab436fee789";

  private final LoopbackDns server = new LoopbackDns();
  private final Resolvers dns = new Resolvers(List.of(server.address()), Duration.ofSeconds(5));

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "shop.example. IN MX 10 mx.shop.example.|mx.shop.example. IN A 192.0.2.1, GOOD",
    "shop.example. IN MX 10 mx.shop.example.|mx.shop.example. IN AAAA 2001:db8::1, GOOD",
    "shop.example. IN MX 10 gone.example.|shop.example. IN A 192.0.2.1, THIRD",
    "shop.example. IN A 192.0.2.1, FIRST",
    "shop.example. IN AAAA 2001:db8::1, FIRST",
    "shop.example. IN MX 0 ., SECOND",
    "shop.example. IN TXT x, THIRD",
    "other.example. IN A 192.0.2.1, THIRD",
    "*.example. IN MX 10 mx.other.org.|mx.other.org. IN A 192.0.2.1, GOOD",
    "shop.example. IN CNAME real.org.|real.org. IN MX 5 mx.real.org.|mx.real.org. IN A 192.0.2.9, GOOD"
  })
  void mail_exchange(String zone, Level level) {
    server.with(zone.split("\\|", -1));
    assertEquals(level, new MailExchangeSignal(dns).look(D).level());
  }

  @ParameterizedTest
  @CsvSource({
    "v=spf1 -all, GOOD",
    "v=spf1 include:_spf.example ~all, GOOD",
    "V=SPF1 a mx ip4:192.0.2.0/24 ip6:2001:db8::/32 exists:%{i}.example -ALL, GOOD",
    "v=spf1 redirect=_spf.example, GOOD",
    "v=spf1 ?all, FIRST",
    "v=spf1 mx, FIRST",
    "v=spf1, FIRST",
    "v=spf10 -all, SECOND",
    "nothing of the kind, SECOND",
    "v=spf1 +all, THIRD",
    "v=spf1 all, THIRD",
    "v=spf1 ip9:1 -all, THIRD",
    "v=spf1 -all|v=spf1 ~all, THIRD"
  })
  void spf(String texts, Level level) {
    for (String text : texts.split("\\|", -1)) {
      server.withText(D, List.of(text));
    }
    assertEquals(level, new SpfSignal(dns).look(D).level());
  }

  @ParameterizedTest
  @CsvSource({
    "p=reject, GOOD",
    "p=quarantine, FIRST",
    "p=none, SECOND",
    "p=reject; t=y, FIRST",
    "p=quarantine; t=y, SECOND",
    "p=none; t=y, SECOND",
    "p=maybe, THIRD"
  })
  void dmarc(String tags, Level level) {
    server.withText("_dmarc." + D, List.of("v=DMARC1; " + tags));
    assertEquals(level, new DmarcSignal(dns).look(D).level());
  }

  @Test
  void an_answer_that_does_not_fit_is_fetched_over_tcp() {
    for (int i = 0; i < 40; i++) {
      server.withText(D, List.of("filler " + i + " " + "x".repeat(200)));
    }
    server.withText(D, List.of("v=spf1 ", "-all"));
    assertEquals(Level.GOOD, new SpfSignal(dns).look(D).level());
    assertTrue(server.overTcp() > 0);
  }

  @ParameterizedTest
  @CsvSource({
    "_mta-sts=v=STSv1; id=1|_smtp._tls=v=TLSRPTv1; rua=mailto:a@b.example, GOOD",
    "_mta-sts=v=STSv1; id=1, FIRST",
    "_smtp._tls=v=TLSRPTv1;rua=mailto:a@b.example, FIRST",
    "_mta-sts=v=STSv1; id=1|_mta-sts=v=STSv1; id=2, SECOND",
    "_mta-sts=v=STSv12; id=1, SECOND",
    "x=y, SECOND"
  })
  void transport_security(String texts, Level level) {
    for (String text : texts.split("\\|", -1)) {
      int equals = text.indexOf('=');
      server.withText(text.substring(0, equals) + "." + D, List.of(text.substring(equals + 1)));
    }
    assertEquals(level, new TransportSecuritySignal(dns).look(D).level());
  }

  @ParameterizedTest
  @CsvSource({
    "shop.example. IN NS a.example.|shop.example. IN NS b.example., GOOD",
    "shop.example. IN NS a.example., FIRST",
    "example. IN NS a.example.|shop.example. IN A 192.0.2.1, SECOND"
  })
  void name_servers(String zone, Level level) {
    server.with(zone.split("\\|", -1));
    assertEquals(level, new NameServerSignal(dns).look(D).level());
  }

  @Test
  void an_unsigned_domain_is_not_called_signed() throws InterruptedException {
    server.with("shop.example. IN SOA a. b. 1 2 3 4 5");
    assertEquals(Level.FIRST, new DnssecSignal(new TrustedDnssec(dns)).look(D).level());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T12:00:00Z, THIRD, 0",
    "2026-11-14T00:00:00Z, SECOND, 9",
    "2026-11-16T00:00:00Z, SECOND, 7",
    "2026-11-17T00:00:00Z, THIRD, 6",
    "2026-10-24T00:00:00Z, FIRST, 30",
    "2025-11-23T00:00:00Z, GOOD, 365",
    "1997-09-15T04:00:00+02:00, GOOD, 10660"
  })
  void age(String since, Level level, String days) throws Exception {
    try (var registry = new LoopbackRegistry()) {
      registry.with(D, java.time.OffsetDateTime.parse(since).toInstant());
      var finding = EveryFailureTest.registration(registry, PATIENCE).look("www." + D);
      assertEquals(level, finding.level(), finding::says);
      assertEquals(days, finding.value().orElseThrow());
    }
  }

  @Test
  void the_approver_reads_how_young_the_domain_is() throws Exception {
    try (var registry = new LoopbackRegistry()) {
      registry.with(D, LoopbackRegistry.NOW.minus(Duration.ofDays(9)));
      assertEquals(
          "registered 9 days ago",
          EveryFailureTest.registration(registry, PATIENCE).look(D).says());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "acme.example, GOOD",
    "mail.acme.example, GOOD",
    "xn--cme-5cd.example, SECOND",
    "acrne-bank.example, SECOND",
    "acme-bamk.example, FIRST",
    "acme-bnak.example, FIRST",
    "acme-ban.example, FIRST",
    "acme-bank.test, FIRST",
    "acmebank.example, FIRST",
    "quite-different.example, GOOD",
    "xn--80ak6aa92e.com, GOOD"
  })
  void lookalikes(String domain, Level level) {
    var known = List.of("acme.example", "acme-bank.example");
    var finding = new LookalikeSignal().look(domain, known, List.of());
    assertEquals(level, finding.level(), finding::says);
  }

  @ParameterizedTest
  @CsvSource({
    "acme-bank.example, GOOD",
    "mail.acme-bank.example, GOOD",
    "acrne-bank.example, SECOND",
    "acme-bamk.example, FIRST",
    "quite-different.example, GOOD",
    // Written into the address book by an agent, beside the one that the tenant knows.
    "xn--cme-5cd.example, SECOND",
    "mail.xn--cme-5cd.example, FIRST"
  })
  void the_address_book_is_guarded_and_vouches_for_nothing(String domain, Level level) {
    var contacts = List.of("acme-bank.example", "xn--cme-5cd.example");
    var finding = new LookalikeSignal().look(domain, List.of("acme.example"), contacts);
    assertEquals(level, finding.level(), finding::says);
  }

  @ParameterizedTest
  @CsvSource({
    "0,0,0,0,false,FIRST",
    "1,0,0,0,false,GOOD",
    "1,2,0,0,false,SECOND",
    "3,2,2,0,false,GOOD",
    "1,0,2,0,false,THIRD",
    "0,1,0,0,false,SECOND",
    "9,0,0,1,false,SECOND",
    "9,0,0,0,true,FIRST",
    "0,0,0,0,true,FIRST"
  })
  void history(
      long sent, long bounced, long rejected, long complained, boolean weakKeys, Level level) {
    var past = new HistorySignal.Past(sent, bounced, rejected, complained, weakKeys);
    assertEquals(level, HistorySignal.look(past).level());
  }

  @Test
  void lists_hold_names_hashes_and_all_names_below(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("list");
    // The second is SHA-256 of hashed.example.
    Files.write(file, List.of("# known", "Bad.example # since May", HASHED));
    var lists = new ArrayList<Kept<DomainList>>(List.of(list(file)));
    var signal = ListSignal.threats(lists);
    assertEquals(Level.FIRST, signal.look("bad.example").level());
    assertEquals(Level.FIRST, signal.look("very.bad.example").level());
    assertEquals(Level.FIRST, signal.look("hashed.example").level());
    assertEquals(Level.GOOD, signal.look("notbad.example").level());
    lists.add(list(folder.resolve("missing")));
    assertEquals(Level.UNKNOWN, ListSignal.threats(lists).look("good.example").level());
    assertEquals(Level.FIRST, ListSignal.threats(lists).look("bad.example").level());
  }

  private static Kept<DomainList> list(Path file) {
    return new LocalFile<>(file, DomainList::read);
  }

  @Test
  void the_list_shipped_has_what_everybody_knows_and_no_provider_of_real_addresses() {
    var limits = new Limits();
    var files = new KeptFiles(Path.of("none"), FetchPolicy.of(limits), InstantSource.system());
    var settings = DomainSettings.of(name -> Optional.empty());
    var shipped =
        Sources.of(settings, limits, files).local().stream()
            .filter(each -> each.signal() == Signal.DISPOSABLE)
            .findAny()
            .orElseThrow();
    for (var known : List.of("mailinator.com", "guerrillamail.com", "a.yopmail.com")) {
      assertEquals(Level.FIRST, shipped.look(known).level(), known);
    }
    for (var real : List.of("gmail.com", "outlook.com", "gmx.de", "proton.me", "example.org")) {
      assertEquals(Level.GOOD, shipped.look(real).level(), real);
    }
  }
}
