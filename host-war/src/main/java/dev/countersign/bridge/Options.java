package dev.countersign.bridge;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where messages go, and under which key.
 *
 * @param address of the MCP server, with the usual mailbox if there is one
 */
record Options(URI address, String key) {
  private static final String LOCAL = "http://127.0.0.1:8080";

  static Options of(String[] arguments, Map<String, String> environment) {
    String url = first(environment, "COUNTERSIGN_URL", "MULTIMAIL_API_URL").orElse(LOCAL);
    for (int at = 0; at < arguments.length; at++) {
      if (!arguments[at].equals("--url") || at + 1 == arguments.length) {
        throw new IllegalArgumentException("the only option is --url URL; see --help.");
      }
      url = arguments[++at];
    }
    String key =
        first(environment, "COUNTERSIGN_API_KEY", "MULTIMAIL_API_KEY")
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "set COUNTERSIGN_API_KEY to the key that the client is to use."));
    var mailbox = first(environment, "COUNTERSIGN_MAILBOX_ID", "MULTIMAIL_MAILBOX_ID");
    return new Options(endpoint(url, mailbox), key);
  }

  private static URI endpoint(String url, Optional<String> mailbox) {
    String base = url.replaceAll("/+$", "");
    String path = base.endsWith("/mcp") ? base : base + "/mcp";
    String query =
        mailbox
            .map(id -> "?mailbox_id=" + URLEncoder.encode(id, StandardCharsets.UTF_8))
            .orElse("");
    var address = URI.create(path + query);
    // Whoever is on the way could read the key.
    String scheme = String.valueOf(address.getScheme());
    if (!scheme.equals("https") && !(scheme.equals("http") && isOfThisMachine(address))) {
      throw new IllegalArgumentException(
          "a server elsewhere is called by https:// only: the key would be readable on the way.");
    }
    return address;
  }

  private static boolean isOfThisMachine(URI address) {
    try {
      var host = InetAddress.getByName(String.valueOf(address.getHost()));
      return host.isLoopbackAddress() || NetworkInterface.getByInetAddress(host) != null;
    } catch (IOException e) {
      return false;
    }
  }

  private static Optional<String> first(Map<String, String> environment, String... names) {
    return Stream.of(names)
        .map(environment::get)
        .filter(value -> value != null && !value.isBlank())
        .map(String::strip)
        .findFirst();
  }

  /** Without the key. */
  @Override
  public String toString() {
    return address.toString();
  }
}
