package dev.countersign.host.domains;

import dev.countersign.host.domains.blocklists.AddressBlocklist;
import dev.countersign.host.domains.blocklists.Blocklist;
import dev.countersign.host.domains.blocklists.DomainBlocklist;
import dev.countersign.host.domains.dns.Dns;
import dev.countersign.host.domains.dns.Dnssec;
import dev.countersign.host.domains.dns.OwnDnssec;
import dev.countersign.host.domains.dns.Resolvers;
import dev.countersign.host.domains.dns.TrustedDnssec;
import dev.countersign.host.domains.files.FileOrigin;
import dev.countersign.host.domains.files.Kept;
import dev.countersign.host.domains.files.KeptFiles;
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
import java.nio.file.Files;
import java.time.Clock;
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
  private static final String ANCHORS = "/domains/root-anchors.txt";
  private static final String DISPOSABLE = "/domains/disposable.txt";

  /** Sets up what the settings ask for. */
  public static Sources of(DomainSettings settings, Limits limits, KeptFiles files) {
    var dns = new Resolvers(settings.resolvers(), limits.duration(Limit.DNS_ANSWER_MS));
    var bootstrap = fileOr(settings.rdapBootstrap(), BOOTSTRAP, RdapBootstrap::read, files);
    var rdap = new RdapClient(limits.duration(Limit.RDAP_ANSWER_MS));
    var network =
        Stream.of(
                new MailExchangeSignal(dns),
                new SpfSignal(dns),
                new DmarcSignal(dns),
                new DnssecSignal(dnssec(settings, dns)),
                new TransportSecuritySignal(dns),
                new NameServerSignal(dns),
                new BlocklistSignal(blocklists(settings, dns)),
                new RegistrationSignal(bootstrap, rdap, files.time()))
            .filter(each -> !settings.off().contains(each.signal()))
            .toList();
    var local =
        Stream.of(
                ListSignal.threats(
                    settings.threatLists().stream()
                        .map(origin -> files.open(origin, DomainList::read))
                        .toList()),
                ListSignal.disposable(
                    fileOr(settings.disposable(), DISPOSABLE, DomainList::read, files)))
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

  private static List<Blocklist> blocklists(DomainSettings settings, Dns dns) {
    return Stream.<Blocklist>concat(
            settings.blocklists().stream().map(zone -> new DomainBlocklist(dns, zone)),
            settings.addressBlocklists().stream().map(zone -> new AddressBlocklist(dns, zone)))
        .toList();
  }

  private static Dnssec dnssec(DomainSettings settings, Resolvers dns) {
    if (settings.dnssec() == DomainSettings.Validation.TRUSTED) {
      return new TrustedDnssec(dns);
    }
    var file = settings.trustAnchors();
    try (InputStream anchors =
        file.isPresent() ? Files.newInputStream(file.get()) : shipped(ANCHORS)) {
      return new OwnDnssec(dns, anchors, Clock.systemUTC());
    } catch (IOException e) {
      throw new UncheckedIOException("the trust anchors of DNSSEC cannot be read", e);
    }
  }

  /** What the operator names, or else what is shipped. */
  private static <T> Kept<T> fileOr(
      Optional<FileOrigin> origin, String shipped, Kept.Reader<T> reader, KeptFiles files) {
    if (origin.isPresent()) {
      return files.open(origin.get(), reader);
    }
    try (InputStream content = shipped(shipped)) {
      T value = reader.read(content);
      return () -> value;
    } catch (IOException e) {
      throw new UncheckedIOException(shipped + " of this build cannot be read", e);
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
