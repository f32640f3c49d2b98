package dev.countersign.host.domains.files;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;

/** Where a file is to be had. */
public sealed interface FileOrigin {
  /** On this machine. */
  record Here(Path path) implements FileOrigin {}

  /** At an address; by https, so that nobody on the way changes it. */
  record There(URI address) implements FileOrigin {}

  /** A path, or an address with a scheme. */
  static FileOrigin of(String text) {
    if (!text.contains("://")) {
      return new Here(Path.of(text));
    }
    URI address = URI.create(text);
    if (!"https".equals(address.getScheme()) && !onThisMachine(address)) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not safe to fetch; give an https address or a file.");
    }
    return new There(address);
  }

  private static boolean onThisMachine(URI address) {
    try {
      return "http".equals(address.getScheme())
          && address.getHost() != null
          && InetAddress.getByName(address.getHost()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
