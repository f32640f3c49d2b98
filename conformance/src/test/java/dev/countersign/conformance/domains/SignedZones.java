package dev.countersign.conformance.domains;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A root, a top-level domain and domains below it, signed with ldns in ways right and wrong. */
final class SignedZones {
  static final String TOP = "invented.";

  private static final String ALGORITHM = "ECDSAP256SHA256";

  /** A domain below the top, named like the constant. */
  enum Below {
    SIGNED,
    SIGNED_WITH_NSEC3,
    /** Its signatures ended in 2020. */
    EXPIRED,
    /** A record was changed after it was signed. */
    FORGED,
    /** Its parent says that it is signed; it is not. */
    STRIPPED,
    /** Its parent names another key. */
    MISMATCHED,
    /** Signed, but its parent does not say so. */
    ISLAND,
    UNSIGNED;

    String domain() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + "." + TOP;
    }
  }

  private final Path folder;
  private final List<String> zones = new ArrayList<>();
  private final List<String> dsRecords = new ArrayList<>();

  private SignedZones(Path folder) {
    this.folder = folder;
  }

  static SignedZones in(Path folder) throws IOException {
    var made = new SignedZones(folder);
    for (Below each : Below.values()) {
      made.make(each);
    }
    made.parent(TOP, List.of(Below.values()).stream().map(Below::domain).toList());
    made.parent(".", List.of(TOP));
    return made;
  }

  List<String> zones() {
    return zones;
  }

  Path file(String zone) {
    return folder.resolve("zone-" + zone + "signed");
  }

  /** The DS record of the root's key. */
  String anchor() {
    return dsRecords.getLast();
  }

  private void make(Below below) throws IOException {
    String zone = below.domain();
    write(zone, head(zone) + zone + " MX 10 mx." + zone + "\nmx." + zone + " A 192.0.2.1\n");
    switch (below) {
      case UNSIGNED -> unsigned(zone);
      case STRIPPED -> {
        unsigned(zone);
        ds(key(zone));
      }
      case ISLAND -> sign(zone, key(zone));
      case MISMATCHED -> {
        sign(zone, key(zone));
        ds(key(zone));
      }
      case SIGNED_WITH_NSEC3 -> {
        String key = key(zone);
        sign(zone, key, "-n", "-t", "5", "-s", "abcd");
        ds(key);
      }
      case EXPIRED -> {
        String key = key(zone);
        sign(zone, key, "-i", "20200101", "-e", "20200201");
        ds(key);
      }
      case SIGNED, FORGED -> {
        String key = key(zone);
        sign(zone, key);
        ds(key);
      }
    }
    if (below == Below.FORGED) {
      String signed = Files.readString(file(zone));
      Files.writeString(file(zone), signed.replace(" 1 3600 ", " 2 3600 "));
    }
    zones.add(zone);
  }

  private void parent(String zone, List<String> children) throws IOException {
    String delegations =
        children.stream()
            .map(child -> child + " NS ns." + child + "\nns." + child + " A 127.0.0.1\n")
            .collect(Collectors.joining());
    write(zone, head(zone) + delegations + String.join("\n", dsRecords) + "\n");
    dsRecords.clear();
    String key = key(zone);
    sign(zone, key);
    ds(key);
    zones.add(zone);
  }

  private static String head(String zone) {
    String host = zone.equals(".") ? "ns." : "ns." + zone;
    return "$TTL 300\n"
        + zone
        + " IN SOA "
        + host
        + " "
        + host
        + " 1 3600 600 86400 300\n"
        + zone
        + " NS "
        + host
        + "\n"
        + host
        + " A 127.0.0.1\n";
  }

  private void write(String zone, String text) throws IOException {
    Files.writeString(folder.resolve("zone-" + zone), text);
  }

  private void unsigned(String zone) throws IOException {
    Files.copy(folder.resolve("zone-" + zone), file(zone));
  }

  private String key(String zone) throws IOException {
    return run("ldns-keygen", "-a", ALGORITHM, "-k", zone);
  }

  private void sign(String zone, String key, String... options) throws IOException {
    List<String> command = new ArrayList<>(List.of("ldns-signzone"));
    command.addAll(List.of(options));
    command.addAll(List.of("-f", file(zone).toString(), "zone-" + zone, key));
    run(command.toArray(String[]::new));
  }

  private void ds(String key) throws IOException {
    dsRecords.add(Files.readString(folder.resolve(key + ".ds")).strip());
  }

  private String run(String... command) throws IOException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.onExit().join().exitValue() != 0) {
      throw new IOException(String.join(" ", command) + ": " + said);
    }
    return said.strip();
  }
}
