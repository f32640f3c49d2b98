package dev.countersign.conformance.running;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Debian's Postfix on the loopback address, with folders and ports of its own beside any that the
 * system runs.
 */
public final class Postfix implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path folder;
  private final int port;

  private Postfix(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  /**
   * Hands everything on to one next hop, which it takes for an old one: without 8BITMIME, so that
   * it has to encode 8-bit text itself (RFC 6152 §3). Skips the test where there is no Postfix;
   * where CI=true, fails it.
   */
  public static Postfix handingOnTo(String nextHop) {
    return with(
        """
        smtputf8_enable = no
        relayhost = [127.0.0.1]:%s
        smtp_discard_ehlo_keywords = 8bitmime, smtputf8, chunking
        """
            .formatted(nextHop.replaceAll(".*:", "")));
  }

  /** Started with these lines of {@code main.cf} beside those that it needs to run here. */
  public static Postfix with(String lines) {
    Programs.needed("sh", "-c", "command -v postfix");
    assumeTrue("root".equals(System.getProperty("user.name")), "only root can start a Postfix");
    try {
      var postfix = new Postfix(Files.createTempDirectory("postfix"), freePort());
      postfix.configure(lines);
      postfix.run("start");
      postfix.awaitListening();
      return postfix;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String url() {
    return "smtp://127.0.0.1:" + port;
  }

  private void configure(String lines) throws IOException {
    // Its processes give up root's rights and must still reach their folders.
    Files.setPosixFilePermissions(
        folder, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
    for (String name : List.of("etc", "queue", "data")) {
      Files.createDirectory(folder.resolve(name));
    }
    var users = folder.getFileSystem().getUserPrincipalLookupService();
    Files.setOwner(folder.resolve("data"), users.lookupPrincipalByName("postfix"));
    Files.writeString(
        folder.resolve("etc/main.cf"),
        """
        compatibility_level = 3.6
        queue_directory = %1$s/queue
        data_directory = %1$s/data
        maillog_file = %1$s/log
        maillog_file_prefixes = %1$s
        myhostname = relay.example
        inet_interfaces = 127.0.0.1
        inet_protocols = ipv4
        mynetworks = 127.0.0.0/8
        mydestination =
        local_recipient_maps =
        alias_maps =
        smtpd_relay_restrictions = permit_mynetworks, reject
        disable_dns_lookups = yes
        smtp_host_lookup = native
        %2$s
        """
            .formatted(folder, lines));
    Files.writeString(folder.resolve("etc/master.cf"), services());
  }

  private String services() {
    return """
        127.0.0.1:%d inet n - n - - smtpd
        cleanup unix n - n - 0 cleanup
        qmgr unix n - n 300 1 qmgr
        rewrite unix - - n - - trivial-rewrite
        bounce unix - - n - 0 bounce
        defer unix - - n - 0 bounce
        trace unix - - n - 0 bounce
        verify unix - - n - 1 verify
        smtp unix - - n - - smtp
        lmtp unix - - n - - lmtp
        error unix - - n - - error
        anvil unix - - n - 1 anvil
        scache unix - - n - 1 scache
        proxymap unix - - n - - proxymap
        tlsmgr unix - - n 1000? 1 tlsmgr
        postlog unix-dgram n - n - 1 postlogd
        """
        .formatted(port);
  }

  private void run(String command) throws IOException {
    var output = folder.resolve("postfix-" + command + ".txt");
    try {
      var status =
          new ProcessBuilder("postfix", "-c", folder.resolve("etc").toString(), command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start()
              .waitFor();
      if (status != 0) {
        throw new AssertionError("postfix " + command + ": " + Files.readString(output));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void awaitListening() {
    Waiting.until("Postfix listens", this::isListening, listening -> listening);
  }

  private boolean isListening() {
    try (var socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) PATIENCE.toMillis());
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    try {
      run("stop");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
