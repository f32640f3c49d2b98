package dev.countersign.conformance.launcher;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.countersign.conformance.launcher.Launcher.Outcome;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("one-database")
class LauncherIT {
  @TempDir Path folder;

  @Test
  void a_busy_port_is_one_sentence_and_a_failure() throws Exception {
    try (var busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var launcher = Launcher.start(folder, busy.getLocalPort())) {
      assertFailsSaying("port " + busy.getLocalPort() + " is in use", launcher.outcome());
    }
  }

  @Test
  void a_file_in_place_of_the_data_folder_is_one_sentence_and_a_failure() throws Exception {
    var file = Files.createFile(folder.resolve("data"));
    try (var launcher = Launcher.start(file, Launcher.freePort())) {
      assertFailsSaying("cannot be written", launcher.outcome());
    }
  }

  @Test
  void a_read_only_data_folder_is_one_sentence_and_a_failure() throws Exception {
    var data = Files.createDirectory(folder.resolve("data"));
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("r-xr-xr-x"));
    assumeFalse(Files.isWritable(data), "the superuser writes everywhere");
    try (var launcher = Launcher.start(data, Launcher.freePort())) {
      assertFailsSaying("cannot be written", launcher.outcome());
    }
  }

  @Test
  void a_missing_jdk_is_one_sentence_and_a_failure() throws Exception {
    var only = Map.of("COUNTERSIGN_JDK_SEARCH", folder.resolve("none").toString());
    try (var launcher = Launcher.start(folder, Launcher.freePort(), only)) {
      assertFailsSaying("no JDK 21 or newer was found", launcher.outcome());
    }
  }

  @Test
  void an_old_jdk_does_not_count() throws Exception {
    var old = Files.createDirectories(folder.resolve("jdk-17/bin"));
    for (var tool : List.of("java", "javac")) {
      var permissions = PosixFilePermissions.fromString("rwxr-xr-x");
      Files.createFile(old.resolve(tool), PosixFilePermissions.asFileAttribute(permissions));
    }
    Files.writeString(old.resolveSibling("release"), "JAVA_VERSION=\"17.0.15\"\n");
    var only = Map.of("COUNTERSIGN_JDK_SEARCH", folder.resolve("jdk-17").toString());
    try (var launcher = Launcher.start(folder, Launcher.freePort(), only)) {
      assertFailsSaying("no JDK 21 or newer was found", launcher.outcome());
    }
  }

  @Test
  void a_failed_deployment_is_one_sentence_and_a_failure_and_leaves_no_process() throws Exception {
    var nowhere =
        Map.of(
            "COUNTERSIGN_DB_URL",
            "jdbc:postgresql://127.0.0.1:" + Launcher.freePort() + "/none?connectTimeout=2",
            "COUNTERSIGN_DB_USER",
            "nobody",
            "COUNTERSIGN_DB_PASSWORD",
            "none");
    try (var launcher = Launcher.start(folder, Launcher.freePort(), nowhere)) {
      launcher.awaitServer();
      var started = launcher.processes();
      assertFailsSaying("could not be deployed", launcher.outcome());
      assertAllEnd(started);
    }
  }

  @Test
  void an_interrupt_stops_the_server_cleanly_and_leaves_no_process() throws Exception {
    var port = Launcher.freePort();
    try (var launcher = Launcher.start(folder, port)) {
      launcher.awaitReady();
      var started = launcher.processes();
      launcher.signal("INT");
      var outcome = launcher.outcome();
      assertAll(
          () -> assertEquals(0, outcome.status(), outcome.errors()),
          () -> assertEquals("", outcome.errors()),
          () -> assertAllEnd(started),
          () -> assertTrue(refuses(InetAddress.getLoopbackAddress(), port)));
    }
  }

  @Test
  void a_killed_launcher_takes_the_server_with_it_and_the_next_start_works() throws Exception {
    var port = Launcher.freePort();
    try (var launcher = Launcher.start(folder, port)) {
      launcher.awaitReady();
      var started = launcher.processes();
      launcher.signal("KILL");
      assertAllEnd(started);
    }
    var written = Files.readString(folder.resolve("first-run.env"));
    try (var next = Launcher.start(folder, port)) {
      next.awaitReady();
      assertEquals(written, Files.readString(folder.resolve("first-run.env")));
    }
  }

  @Test
  void a_killed_server_is_one_sentence_and_a_failure() throws Exception {
    try (var launcher = Launcher.start(folder, Launcher.freePort())) {
      launcher.awaitReady();
      launcher.awaitServer().destroyForcibly();
      assertFailsSaying("ended unexpectedly", launcher.outcome());
    }
  }

  @Test
  void a_second_start_keeps_everything() throws Exception {
    var firstRun = folder.resolve("first-run.env");
    var first = startAndStop();
    var written = Files.readString(firstRun);
    var second = startAndStop();
    assertAll(
        () -> assertEquals(written, Files.readString(firstRun)),
        () -> assertEquals("rw-------", permissions(firstRun)),
        () -> assertTrue(first.contains("keys in " + firstRun.toRealPath()), first),
        () -> assertTrue(second.contains("mail goes to " + folder.toRealPath()), second));
  }

  @Nested
  class WhileAServerRuns {
    private static final String SMTP = "smtp://agent:s3cret@127.0.0.1:2525";

    @TempDir static Path data;
    private static Launcher running;
    private static int port;
    private static String ready;

    @BeforeAll
    static void start() throws Exception {
      port = Launcher.freePort();
      running = Launcher.start(data, port, Map.of("COUNTERSIGN_SMTP_URL", SMTP));
      ready = running.awaitReady();
    }

    @AfterAll
    static void stop() throws Exception {
      running.close();
    }

    @Test
    void the_ready_line_names_the_addresses_and_no_password() {
      assertAll(
          () -> assertTrue(ready.contains("API http://127.0.0.1:" + port + " "), ready),
          () -> assertTrue(ready.contains("http://127.0.0.1:" + port + "/approvals"), ready),
          () -> assertTrue(ready.contains("mail goes to smtp://127.0.0.1:2525 "), ready),
          () -> assertFalse(ready.contains("s3cret"), ready),
          () -> assertFalse(ready.contains("agent"), ready));
    }

    @Test
    void only_the_loopback_address_answers() throws Exception {
      assertFalse(refuses(InetAddress.getLoopbackAddress(), port));
      for (var each : NetworkInterface.networkInterfaces().toList()) {
        for (var address : each.inetAddresses().filter(a -> !a.isLoopbackAddress()).toList()) {
          assertTrue(refuses(address, port), address + " answers");
        }
      }
    }

    @Test
    void a_second_server_on_the_same_data_folder_is_refused() throws Exception {
      try (var second = Launcher.start(data, Launcher.freePort())) {
        assertFailsSaying("a server is already running", second.outcome());
      }
      assertTrue(running.awaitServer().isAlive());
    }
  }

  private String startAndStop() throws Exception {
    try (var launcher = Launcher.start(folder, Launcher.freePort())) {
      var line = launcher.awaitReady();
      launcher.signal("TERM");
      var outcome = launcher.outcome();
      assertEquals(0, outcome.status(), outcome.errors());
      return line;
    }
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private static void assertFailsSaying(String words, Outcome outcome) {
    var said = outcome.errors().lines().toList();
    assertAll(
        () -> assertNotEquals(0, outcome.status()),
        () -> assertEquals(1, said.size(), outcome.errors()),
        () -> assertTrue(outcome.errors().contains(words), outcome.errors()),
        () -> assertTrue(said.getLast().endsWith("."), outcome.errors()));
  }

  private static void assertAllEnd(List<ProcessHandle> processes) {
    processes.forEach(each -> each.onExit().join());
  }

  private static boolean refuses(InetAddress address, int port) throws IOException {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port));
      return false;
    } catch (ConnectException refused) {
      return true;
    }
  }
}
