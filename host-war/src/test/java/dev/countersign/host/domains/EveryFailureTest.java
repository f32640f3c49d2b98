package dev.countersign.host.domains;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

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

  @TestFactory
  Stream<DynamicTest> a_failing_name_server_leaves_every_signal_unknown() {
    return BY_DNS.stream()
        .flatMap(
            source ->
                Arrays.stream(LoopbackDns.Fault.values())
                    .map(
                        fault ->
                            DynamicTest.dynamicTest(
                                source.apply(nobody()).signal() + " and " + fault,
                                () -> assertUnknown(source, fault))));
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

  @TestFactory
  Stream<DynamicTest> without_a_resolver_every_signal_is_unknown() {
    return BY_DNS.stream()
        .map(
            source ->
                DynamicTest.dynamicTest(
                    source.apply(nobody()).signal().wire(),
                    () ->
                        assertEquals(Level.UNKNOWN, source.apply(nobody()).look(VICTIM).level())));
  }

  @TestFactory
  Stream<DynamicTest> a_failing_registry_leaves_the_age_unknown() {
    return Arrays.stream(LoopbackRegistry.Fault.values())
        .map(fault -> DynamicTest.dynamicTest(fault.name(), () -> assertUnknown(fault)));
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
