package dev.countersign.host.domains;

import dev.countersign.host.domains.dns.Dns;
import dev.countersign.host.domains.dns.Resolvers;
import dev.countersign.host.domains.lists.DomainList;
import dev.countersign.host.domains.rdap.RdapBootstrap;
import dev.countersign.host.domains.rdap.RdapClient;
import dev.countersign.host.domains.signals.BlocklistSignal;
import dev.countersign.host.domains.signals.DmarcSignal;
import dev.countersign.host.domains.signals.DnssecSignal;
import dev.countersign.host.domains.signals.ListSignal;
import dev.countersign.host.domains.signals.MailExchangeSignal;
import dev.countersign.host.domains.signals.NameServerSignal;
import dev.countersign.host.domains.signals.NetworkSignal;
import dev.countersign.host.domains.signals.RegistrationSignal;
import dev.countersign.host.domains.signals.SpfSignal;
import dev.countersign.host.domains.signals.TransportSecuritySignal;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.kernel.Signal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The signals of this site that need nothing but the domain's name, less those that are off.
 *
 * @param network asked for over the network
 * @param local looked up in files
 * @param off switched off by the operator
 */
public record Sources(List<NetworkSignal> network, List<ListSignal> local, Set<Signal> off) {
  private static final String BOOTSTRAP = "/domains/rdap-bootstrap.json";
  private static final String DISPOSABLE = "/domains/disposable.txt";

  /** Sets up what the settings ask for. */
  public static Sources of(DomainSettings settings, Limits limits, InstantSource time) {
    Dns dns = new Resolvers(settings.resolvers(), limits.duration(Limit.DNS_ANSWER_MS));
    var bootstrap = bootstrap(settings.rdapBootstrap());
    var rdap = new RdapClient(limits.duration(Limit.RDAP_ANSWER_MS));
    var network =
        Stream.of(
                new MailExchangeSignal(dns),
                new SpfSignal(dns),
                new DmarcSignal(dns),
                new DnssecSignal(dns),
                new TransportSecuritySignal(dns),
                new NameServerSignal(dns),
                new BlocklistSignal(dns, settings.blocklists()),
                new RegistrationSignal(bootstrap, rdap, time))
            .filter(each -> !settings.off().contains(each.signal()))
            .toList();
    var local =
        Stream.of(
                ListSignal.threats(settings.threatLists().stream().map(DomainList::in).toList()),
                ListSignal.disposable(disposable(settings.disposable())))
            .filter(each -> !settings.off().contains(each.signal()))
            .toList();
    return new Sources(network, local, settings.off());
  }

  /** Signals that are looked at, those of the server's own records among them. */
  public List<Signal> on() {
    return Arrays.stream(Signal.values()).filter(each -> !off.contains(each)).toList();
  }

  /** Who is asked, each once. */
  public List<String> names() {
    return Stream.concat(
            network.stream().map(NetworkSignal::source), Stream.of("own records", "local lists"))
        .distinct()
        .toList();
  }

  private static RdapBootstrap bootstrap(Optional<Path> file) {
    try (InputStream json =
        file.isPresent() ? Files.newInputStream(file.get()) : shipped(BOOTSTRAP)) {
      return RdapBootstrap.read(json);
    } catch (IOException e) {
      throw new UncheckedIOException("the RDAP bootstrap file cannot be read", e);
    }
  }

  private static DomainList disposable(Optional<Path> file) {
    if (file.isPresent()) {
      return DomainList.in(file.get());
    }
    try (InputStream list = shipped(DISPOSABLE)) {
      return DomainList.of(
          new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream shipped(String name) throws IOException {
    var stream = Sources.class.getResourceAsStream(name);
    if (stream == null) {
      throw new IOException(name + " is not in this build");
    }
    return stream;
  }
}
