package dev.countersign.conformance.domains;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.countersign.conformance.report.ReportPart;
import dev.countersign.host.domains.blocklists.AddressBlocklist;
import dev.countersign.host.domains.blocklists.DomainBlocklist;
import dev.countersign.host.domains.dns.OwnDnssec;
import dev.countersign.host.domains.dns.Resolvers;
import dev.countersign.host.domains.dns.TrustedDnssec;
import dev.countersign.host.domains.rdap.RdapBootstrap;
import dev.countersign.host.domains.rdap.RdapClient;
import dev.countersign.host.domains.signals.BlocklistSignal;
import dev.countersign.host.domains.signals.DmarcSignal;
import dev.countersign.host.domains.signals.DnssecSignal;
import dev.countersign.host.domains.signals.MailExchangeSignal;
import dev.countersign.host.domains.signals.NameServerSignal;
import dev.countersign.host.domains.signals.NetworkSignal;
import dev.countersign.host.domains.signals.RegistrationSignal;
import dev.countersign.host.domains.signals.SpfSignal;
import dev.countersign.host.domains.signals.TransportSecuritySignal;
import dev.countersign.kernel.Level;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Source by failure, the whole table: each ends as unknown, so never clean and never listed. */
class EveryFailureTest {
  private static final Duration TIMEOUT = Duration.ofMillis(150);
  private static final byte[] ANCHOR =
      ". IN DS 20326 8 2 E06D44B80B8F1D39A95C0B0D7C65D08458E880409BBC683457104237C7F8EC8D"
          .getBytes(StandardCharsets.US_ASCII);
  private static final String VICTIM = "victim.example";

  private static final List<Function<Resolvers, NetworkSignal>> BY_DNS =
      List.of(
          MailExchangeSignal::new,
          SpfSignal::new,
          DmarcSignal::new,
          dns -> new DnssecSignal(new TrustedDnssec(dns)),
          dns -> new DnssecSignal(validating(dns)),
          TransportSecuritySignal::new,
          NameServerSignal::new,
          dns -> new BlocklistSignal(List.of(new DomainBlocklist(dns, "list.example"))),
          dns -> new BlocklistSignal(List.of(new AddressBlocklist(dns, "list.example"))));

  /** One cell of the table: this source, failing in this way. */
  record Cell(String source, String failure, Executable unknown) {}

  @TempDir Path folder;

  @Test
  void every_source_that_fails_in_any_way_leaves_its_signal_unknown() {
    var part = ReportPart.begin("domain-failures");
    var cells =
        Stream.of(byDns(), byRegistry(), withoutResolver(), FileFailures.cells(folder))
            .flatMap(each -> each)
            .toList();
    assertAll(cells.stream().map(cell -> () -> assertDoesNotThrow(cell.unknown(), cell::toString)));
    part.count("cells of the table source by failure", cells.size())
        .count("sources", cells.stream().map(Cell::source).distinct().count())
        .count("ways to fail", cells.stream().map(Cell::failure).distinct().count())
        .passed();
  }

  private static Stream<Cell> byDns() {
    return BY_DNS.stream()
        .flatMap(
            source ->
                Arrays.stream(LoopbackDns.Fault.values())
                    .map(
                        fault ->
                            new Cell(
                                name(source), fault.name(), () -> assertUnknown(source, fault))));
  }

  private static Stream<Cell> byRegistry() {
    return Stream.concat(
        Stream.of(new Cell("registration", "no registry is named", () -> assertNobodyNamed())),
        Arrays.stream(LoopbackRegistry.Fault.values())
            .map(fault -> new Cell("registration", fault.name(), () -> assertUnknown(fault))));
  }

  private static Stream<Cell> withoutResolver() {
    return BY_DNS.stream()
        .map(
            source ->
                new Cell(
                    name(source),
                    "no resolver",
                    () ->
                        assertEquals(Level.UNKNOWN, source.apply(nobody()).look(VICTIM).level())));
  }

  /** Two signals have two sources each, so that their names alone would not tell. */
  private static String name(Function<Resolvers, NetworkSignal> source) {
    return BY_DNS.indexOf(source) + " " + source.apply(nobody()).signal().wire();
  }

  private static OwnDnssec validating(Resolvers dns) {
    try {
      return new OwnDnssec(dns, new ByteArrayInputStream(ANCHOR), Clock.systemUTC());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Resolvers nobody() {
    return new Resolvers(List.of(), TIMEOUT);
  }

  private static void assertUnknown(
      Function<Resolvers, NetworkSignal> source, LoopbackDns.Fault fault)
      throws InterruptedException {
    try (var dns = new LoopbackDns().failing(fault)) {
      dns.with(
          VICTIM + ". IN MX 10 mail." + VICTIM + ".",
          "mail." + VICTIM + ". IN A 192.0.2.1",
          VICTIM + ". IN NS ns1." + VICTIM + ".",
          VICTIM + ".list.example. IN A 127.0.0.2");
      var signal = source.apply(new Resolvers(List.of(dns.address()), TIMEOUT));
      var finding = signal.look(VICTIM);
      assertEquals(Level.UNKNOWN, finding.level(), finding::says);
    }
  }

  private static void assertUnknown(LoopbackRegistry.Fault fault) throws Exception {
    try (var registry = new LoopbackRegistry().failing(fault)) {
      var finding = registration(registry, Duration.ofMillis(500)).look(VICTIM);
      assertEquals(Level.UNKNOWN, finding.level(), finding::says);
    }
  }

  /** Of a top-level domain that the list of registries does not have. */
  private static void assertNobodyNamed() throws Exception {
    try (var registry = new LoopbackRegistry()) {
      var domain = "victim.nowhere";
      registry.with(domain, LoopbackRegistry.NOW.minus(Duration.ofDays(5000)));
      var finding = registration(registry, Duration.ofMillis(500)).look(domain);
      assertEquals(Level.UNKNOWN, finding.level(), finding::says);
    }
  }

  static RegistrationSignal registration(LoopbackRegistry registry, Duration timeout)
      throws IOException {
    var json = "{\"services\": [[[\"example\"], [\"" + registry.base() + "\"]]]}";
    var bootstrap =
        RdapBootstrap.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    return new RegistrationSignal(
        () -> bootstrap, new RdapClient(timeout), InstantSource.fixed(LoopbackRegistry.NOW));
  }
}
