package dev.countersign.conformance.domains;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.countersign.conformance.report.ReportPart;
import dev.countersign.host.domains.dns.Dns;
import dev.countersign.host.domains.dns.Resolvers;
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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Source by failure, the whole table: each ends as unknown, so never clean and never listed. */
class EveryFailureTest {
  private static final Duration TIMEOUT = Duration.ofMillis(150);
  private static final String VICTIM = "victim.example";

  private static final List<Function<Dns, NetworkSignal>> BY_DNS =
      List.of(
          MailExchangeSignal::new,
          SpfSignal::new,
          DmarcSignal::new,
          DnssecSignal::new,
          TransportSecuritySignal::new,
          NameServerSignal::new,
          dns -> new BlocklistSignal(dns, List.of("list.example")));

  /** One cell of the table: this source, failing in this way. */
  private record Cell(String source, String failure, Executable unknown) {}

  @Test
  void every_source_that_fails_in_any_way_leaves_its_signal_unknown() {
    var part = ReportPart.begin("domain-failures");
    var cells = Stream.of(byDns(), byRegistry(), withoutResolver()).flatMap(each -> each).toList();
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
                                source.apply(nobody()).signal().wire(),
                                fault.name(),
                                () -> assertUnknown(source, fault))));
  }

  private static Stream<Cell> byRegistry() {
    return Arrays.stream(LoopbackRegistry.Fault.values())
        .map(fault -> new Cell("registration", fault.name(), () -> assertUnknown(fault)));
  }

  private static Stream<Cell> withoutResolver() {
    return BY_DNS.stream()
        .map(source -> source.apply(nobody()))
        .map(
            signal ->
                new Cell(
                    signal.signal().wire(),
                    "no resolver",
                    () -> assertEquals(Level.UNKNOWN, signal.look(VICTIM).level())));
  }

  private static Dns nobody() {
    return new Resolvers(List.of(), TIMEOUT);
  }

  private static void assertUnknown(Function<Dns, NetworkSignal> source, LoopbackDns.Fault fault)
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

  static RegistrationSignal registration(LoopbackRegistry registry, Duration timeout)
      throws IOException {
    var json = "{\"services\": [[[\"example\"], [\"" + registry.base() + "\"]]]}";
    return new RegistrationSignal(
        RdapBootstrap.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))),
        new RdapClient(timeout),
        InstantSource.fixed(LoopbackRegistry.NOW));
  }
}
