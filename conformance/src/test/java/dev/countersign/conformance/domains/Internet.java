package dev.countersign.conformance.domains;

import dev.countersign.host.domains.DomainSettings;
import dev.countersign.host.domains.Inquiries;
import dev.countersign.host.domains.Lookups;
import dev.countersign.host.domains.Sources;
import dev.countersign.host.domains.files.FetchPolicy;
import dev.countersign.host.domains.files.KeptFiles;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A resolver and registries of the tests' own, as slow and as lossy as those that a server meets:
 * half of the answers from the DNS within 30 ms, one in a hundred later than 300 ms, one in a
 * hundred lost; a registry six times as slow. Every domain is signed.
 */
final class Internet implements AutoCloseable {
  static final long SEED = 20261123;

  private final LoopbackDns dns = new LoopbackDns().in(new Weather(SEED, 30, 1, 0.01));
  private final LoopbackDns silent = new LoopbackDns().failing(LoopbackDns.Fault.SILENCE);
  private final LoopbackRegistry registry =
      new LoopbackRegistry().in(new Weather(SEED, 180, 0.6, 0.005));
  private final LoopbackRegistry silentRegistry =
      new LoopbackRegistry().failing(LoopbackRegistry.Fault.SLOW);
  private final Path bootstrap;
  private final Path threats;
  private final Path anchors;
  private final SignedChain chain = new SignedChain(dns);

  Internet(Path folder, int domains) throws IOException {
    bootstrap = folder.resolve("dns.json");
    Files.writeString(
        bootstrap,
        "{\"services\":[[[\"example\"],[\"%s\"]],[[\"test\"],[\"%s\"]]]}"
            .formatted(registry.base(), silentRegistry.base()));
    threats = folder.resolve("threats");
    Files.writeString(threats, "bad.example\n");
    anchors = folder.resolve("anchors");
    Files.writeString(anchors, chain.anchor() + "\n");
    chain.zone(".");
    dns.with(". IN NS a.root.", "test.one.bl. IN A 127.0.0.2", "test.two.bl. IN A 127.0.0.2");
    for (String top : List.of("example", "test")) {
      chain.zone(top + ".");
      names(top, domains).forEach(this::publish);
    }
  }

  static List<String> names(String top, int count) {
    return IntStream.range(0, count).mapToObj(i -> "d" + i + "." + top).toList();
  }

  /** What a careful company publishes, with a policy that every other one has. */
  private void publish(String domain) {
    chain.zone(domain + ".");
    dns.with(
        "%s. IN NS ns1.%s.".formatted(domain, domain),
        "%s. IN NS ns2.%s.".formatted(domain, domain),
        "%s. IN MX 10 mx.%s.".formatted(domain, domain),
        "mx.%s. IN A 192.0.2.1".formatted(domain));
    dns.withText(domain, List.of("v=spf1 mx -all"));
    if (domain.hashCode() % 2 == 0) {
      dns.withText("_dmarc." + domain, List.of("v=DMARC1; p=reject"));
    }
    registry.with(domain, LoopbackRegistry.NOW.minus(Duration.ofDays(3000)));
  }

  String resolver() {
    return "127.0.0.1:" + dns.address().getPort();
  }

  String silentResolver() {
    return "127.0.0.1:" + silent.address().getPort();
  }

  /** A server of its own with these resolvers; nothing is known to it yet. */
  Inquiries server(String resolvers) {
    Map<String, String> settings = new HashMap<>();
    settings.put("resolvers", resolvers);
    settings.put("dnssec", "validate");
    settings.put("trust-anchors", anchors.toString());
    settings.put("blocklists", "one.bl, two.bl");
    settings.put("rdap-bootstrap", bootstrap.toString());
    settings.put("threat-lists", threats.toString());
    var limits = new Limits();
    var sources =
        Sources.of(
            DomainSettings.of(
                name ->
                    Optional.ofNullable(
                        settings.get(name.substring("countersign.domains.".length())))),
            limits,
            new KeptFiles(bootstrap, FetchPolicy.of(limits), InstantSource.system()));
    return new Inquiries(
        sources,
        new Lookups(
            limits.value(Limit.DOMAIN_CACHE_COUNT),
            limits.duration(Limit.DOMAIN_SCAN_MS),
            InstantSource.system()));
  }

  @Override
  public void close() {
    dns.close();
    silent.close();
    registry.close();
    silentRegistry.close();
  }
}
