package dev.countersign.host.intake;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How mail comes in at this site. Without a setting nothing listens, so that several servers on one
 * machine are in nobody's way.
 *
 * @param smtp where mail servers of the world, or one in front, hand in mail
 * @param lmtp where a mail server of this site delivers
 * @param host the name that this server gives itself
 * @param certificate of STARTTLS, a PEM file with the chain, and its key beside it
 * @param trusted hosts in front whose word about others counts
 * @param dmarcApplies mail that fails its author's policy is not taken for good
 * @param spamHeader the field in which a host in front says what it thinks
 * @param spamFilter who is asked what he thinks
 */
public record IntakeSettings(
    Optional<InetSocketAddress> smtp,
    Optional<InetSocketAddress> lmtp,
    String host,
    Optional<Certificate> certificate,
    boolean tlsRequired,
    TrustedPeers trusted,
    boolean dmarcApplies,
    Optional<String> spamHeader,
    Optional<URI> spamFilter) {
  private static final String PREFIX = "countersign.inbound.";

  /** A certificate and its private key, PEM both. */
  public record Certificate(Path chain, Path key) {}

  /** Reads the settings; one that cannot be meant stops the start with a sentence. */
  public static IntakeSettings of(Function<String, Optional<String>> setting) {
    Function<String, Optional<String>> text =
        name -> setting.apply(PREFIX + name).map(String::strip).filter(value -> !value.isEmpty());
    Optional<Path> chain = text.apply("certificate").map(Path::of);
    Optional<Path> key = text.apply("key").map(Path::of);
    if (chain.isPresent() != key.isPresent()) {
      throw refused("certificate", "goes with " + PREFIX + "key; give both or neither.");
    }
    boolean tlsRequired = word(text, "tls", "offered", "required").equals("required");
    if (tlsRequired && chain.isEmpty()) {
      throw refused("tls", "is required; give " + PREFIX + "certificate and " + PREFIX + "key.");
    }
    return new IntakeSettings(
        text.apply("smtp").map(value -> address("smtp", value)),
        text.apply("lmtp").map(value -> address("lmtp", value)),
        text.apply("host").orElse("localhost"),
        chain.flatMap(pem -> key.map(secret -> new Certificate(pem, secret))),
        tlsRequired,
        TrustedPeers.of(words(text.apply("trusted"))),
        word(text, "dmarc", "apply", "ignore").equals("apply"),
        text.apply("spam-header"),
        text.apply("spam-url").map(IntakeSettings::http));
  }

  /** {@return whether reports about mail that went out can come back here} */
  public boolean listens() {
    return smtp.isPresent() || lmtp.isPresent();
  }

  private static String word(
      Function<String, Optional<String>> text, String name, String first, String second) {
    String value = text.apply(name).orElse(first);
    if (!value.equals(first) && !value.equals(second)) {
      throw refused(name, "is \"" + value + "\"; give " + first + " or " + second + ".");
    }
    return value;
  }

  /** {@code 127.0.0.1:2525}, {@code [::1]:24}; a port alone is on the loopback address. */
  private static InetSocketAddress address(String name, String text) {
    int colon = text.lastIndexOf(':');
    String host = colon < 0 ? "127.0.0.1" : text.substring(0, colon);
    try {
      int port = Integer.parseInt(text.substring(colon + 1));
      return new InetSocketAddress(InetAddress.getByName(host), port);
    } catch (UnknownHostException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          PREFIX + name + " is \"" + text + "\"; give an address and a port, like 127.0.0.1:2525.",
          e);
    }
  }

  private static URI http(String text) {
    var uri = URI.create(text);
    if (!"http".equals(uri.getScheme()) && !"https".equals(uri.getScheme())) {
      throw refused("spam-url", "is \"" + text + "\"; give an http or https address.");
    }
    return uri;
  }

  private static List<String> words(Optional<String> text) {
    return text.stream()
        .flatMap(list -> Arrays.stream(list.split("[,\\s]+", -1)))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static IllegalArgumentException refused(String name, String why) {
    return new IllegalArgumentException(PREFIX + name + " " + why);
  }
}
