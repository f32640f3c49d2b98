package dev.countersign.host.domains;

import dev.countersign.host.domains.files.FileOrigin;
import dev.countersign.kernel.Signal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.xbill.DNS.ResolverConfig;

/**
 * Whom this site asks about domains.
 *
 * @param resolvers empty where the DNS is not asked at all
 * @param dnssec whom to believe about DNSSEC
 * @param trustAnchors a file with the root's; empty for those shipped
 * @param rdapBootstrap a file as IANA publishes it, or its address; empty for the one shipped
 * @param blocklists zones with domains, such as {@code dbl.example.net}
 * @param addressBlocklists zones with addresses, such as {@code zen.example.net}
 * @param threatLists files with domains, or their addresses
 * @param disposable likewise; empty for the one shipped
 * @param off signals that the operator does not want
 */
public record DomainSettings(
    List<InetSocketAddress> resolvers,
    Validation dnssec,
    Optional<Path> trustAnchors,
    Optional<FileOrigin> rdapBootstrap,
    List<String> blocklists,
    List<String> addressBlocklists,
    List<FileOrigin> threatLists,
    Optional<FileOrigin> disposable,
    Set<Signal> off) {
  private static final String PREFIX = "countersign.domains.";
  private static final String OFF = "off";
  private static final int DNS_PORT = 53;

  private static final List<Signal> BY_DNS =
      List.of(
          Signal.MAIL_EXCHANGE,
          Signal.SPF,
          Signal.DMARC,
          Signal.DNSSEC,
          Signal.TRANSPORT_SECURITY,
          Signal.NAME_SERVERS,
          Signal.BLOCKLIST);

  /** Who validates DNSSEC. */
  public enum Validation {
    /** This server. */
    VALIDATE,
    /** The resolvers, and the way to them is safe. */
    TRUSTED,
    /** Nobody. */
    OFF
  }

  /** Reads the settings; one that cannot be meant stops the start with a sentence. */
  public static DomainSettings of(Function<String, Optional<String>> setting) {
    Function<String, Optional<String>> text =
        name -> setting.apply(PREFIX + name).map(String::strip).filter(value -> !value.isEmpty());
    String resolvers = text.apply("resolvers").orElse("system");
    Validation dnssec = validation(text.apply("dnssec").orElse("validate"));
    Set<Signal> off = EnumSet.noneOf(Signal.class);
    words(text.apply(OFF)).forEach(word -> off.add(signal(word)));
    if (resolvers.equals(OFF)) {
      off.addAll(BY_DNS);
    }
    if (dnssec == Validation.OFF) {
      off.add(Signal.DNSSEC);
    }
    List<String> blocklists = words(text.apply("blocklists"));
    List<String> addressBlocklists = words(text.apply("address-blocklists"));
    if (blocklists.isEmpty() && addressBlocklists.isEmpty()) {
      off.add(Signal.BLOCKLIST);
    }
    List<FileOrigin> threatLists =
        words(text.apply("threat-lists")).stream().map(FileOrigin::of).toList();
    if (threatLists.isEmpty()) {
      off.add(Signal.THREAT_LIST);
    }
    return new DomainSettings(
        servers(resolvers),
        dnssec,
        text.apply("trust-anchors").map(Path::of),
        text.apply("rdap-bootstrap").map(FileOrigin::of),
        blocklists,
        addressBlocklists,
        threatLists,
        text.apply("disposable-list").map(FileOrigin::of),
        off);
  }

  private static List<InetSocketAddress> servers(String resolvers) {
    return switch (resolvers) {
      case OFF -> List.of();
      case "system" -> ResolverConfig.getCurrentConfig().servers();
      default -> words(Optional.of(resolvers)).stream().map(DomainSettings::server).toList();
    };
  }

  /** {@code 192.0.2.1}, {@code 192.0.2.1:5353} or {@code [2001:db8::1]:53}. */
  private static InetSocketAddress server(String text) {
    int colon = text.lastIndexOf(':');
    boolean hasPort = 0 < colon && (text.indexOf(':') == colon || text.charAt(colon - 1) == ']');
    String host = hasPort ? text.substring(0, colon) : text;
    try {
      int port = hasPort ? Integer.parseInt(text.substring(colon + 1)) : DNS_PORT;
      return new InetSocketAddress(InetAddress.getByName(host), port);
    } catch (UnknownHostException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          PREFIX + "resolvers has \"" + text + "\"; give IP addresses, each with a port or not.",
          e);
    }
  }

  private static Validation validation(String word) {
    return Arrays.stream(Validation.values())
        .filter(each -> each.name().equalsIgnoreCase(word))
        .findAny()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    PREFIX + "dnssec is \"" + word + "\"; give validate, trusted or off."));
  }

  private static Signal signal(String word) {
    return Arrays.stream(Signal.values())
        .filter(each -> each.wire().equals(word.toLowerCase(Locale.ROOT)))
        .findAny()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    PREFIX
                        + "off has \""
                        + word
                        + "\", which is no signal; see the documentation."));
  }

  private static List<String> words(Optional<String> text) {
    return text.stream()
        .flatMap(list -> Arrays.stream(list.split("[,\\s]+", -1)))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
