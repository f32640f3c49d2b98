package dev.countersign.conformance.domains;

import dev.countersign.conformance.running.Programs;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** Debian's nsd with the signed zones, and its unbound in front, validating or not. */
final class NameServers implements AutoCloseable {
  private static final Path PROGRAMS = Path.of("/usr/sbin");

  private final Path folder;
  private final List<Process> running = new ArrayList<>();
  private final SignedZones zones;
  private final InetSocketAddress validating;
  private final InetSocketAddress plain;

  private NameServers(Path folder, SignedZones zones) throws IOException, InterruptedException {
    this.folder = folder;
    this.zones = zones;
    InetSocketAddress authority = start("nsd", port(), this::nsd);
    validating = start("unbound", port(), port -> unbound(port, "validator iterator", authority));
    plain = start("unbound", port(), port -> unbound(port, "iterator", authority));
  }

  /** Skips the test where one of the programs is missing. */
  static NameServers in(Path folder) throws IOException, InterruptedException {
    Programs.needed(PROGRAMS.resolve("nsd").toString(), "-v");
    Programs.needed(PROGRAMS.resolve("unbound").toString(), "-V");
    Programs.needed("ldns-keygen", "-v");
    return new NameServers(folder, SignedZones.in(folder));
  }

  InetSocketAddress validating() {
    return validating;
  }

  /** Passes signatures on and looks at none. */
  InetSocketAddress plain() {
    return plain;
  }

  SignedZones zones() {
    return zones;
  }

  private interface Configuration {
    String at(int port);
  }

  private InetSocketAddress start(String program, int port, Configuration configuration)
      throws IOException, InterruptedException {
    Path file = folder.resolve(program + "-" + port + ".conf");
    Files.writeString(file, configuration.at(port));
    // A copy, because Debian's rules for AppArmor let the original read its own folder only.
    Path copy = folder.resolve(program);
    Files.copy(
        PROGRAMS.resolve(program),
        copy,
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.COPY_ATTRIBUTES);
    Path log = folder.resolve(program + "-" + port + ".log");
    Process process =
        new ProcessBuilder(copy.toString(), "-d", "-c", file.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    running.add(process);
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    awaitAnswer(process, address, log);
    return address;
  }

  private static void awaitAnswer(Process process, InetSocketAddress address, Path log)
      throws IOException, InterruptedException {
    var resolver = new SimpleResolver(address);
    resolver.setTimeout(Duration.ofSeconds(1));
    while (true) {
      try {
        resolver.send(Message.newQuery(Record.newRecord(Name.root, Type.SOA, DClass.IN)));
        return;
      } catch (IOException notYet) {
        if (!process.isAlive()) {
          throw new IOException(Files.readString(log), notYet);
        }
        Thread.sleep(50);
      }
    }
  }

  private String nsd(int port) {
    String served =
        zones.zones().stream()
            .map(zone -> "zone:\n  name: \"" + zone + "\"\n  zonefile: " + zones.file(zone) + "\n")
            .collect(Collectors.joining());
    return """
        server:
          ip-address: 127.0.0.1@%d
          username: ""
          zonesdir: "%s"
          database: ""
          pidfile: "%s/nsd.pid"
          zonelistfile: "%s/zone.list"
          xfrdfile: ""
          xfrdir: "%s"
          server-count: 1
        remote-control:
          control-enable: no
        """
            .formatted(port, folder, folder, folder, folder)
        + served;
  }

  private String unbound(int port, String modules, InetSocketAddress authority) {
    // The glue of the zones names no port, so that each is told where to ask.
    String stubs =
        zones.zones().stream()
            .map(
                zone ->
                    "stub-zone:\n  name: \"%s\"\n  stub-addr: 127.0.0.1@%d\n"
                        .formatted(zone, authority.getPort()))
            .collect(Collectors.joining());
    return """
        server:
          interface: 127.0.0.1@%d
          port: %d
          username: ""
          chroot: ""
          directory: "%s"
          pidfile: ""
          use-syslog: no
          do-not-query-localhost: no
          module-config: "%s"
          trust-anchor: "%s"
        remote-control:
          control-enable: no
        """
            .formatted(port, port, folder, modules, zones.anchor().replace('\t', ' '))
        + stubs;
  }

  private static int port() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    running.forEach(Process::destroy);
    running.forEach(process -> process.onExit().join());
  }
}
