package dev.countersign.host.intake.smtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.host.intake.IntakeSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.subethamail.smtp.server.SMTPServer;

/** Hosts that hold connections rather than send mail. */
class SittingsTest {
  private static final int OF_ONE_HOST = 3;
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
    clock.close();
  }

  private int listening(long longestMillis) {
    var nobody = IntakeSettings.of(setting -> Optional.empty()).trusted();
    SMTPServer server =
        SMTPServer.port(0)
            .bindAddress(InetAddress.getLoopbackAddress())
            .sessionHandler(new Sittings(nobody, clock, OF_ONE_HOST, longestMillis))
            .executorService(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    server.start();
    open.add(server::stop);
    return server.getPortAllocated();
  }

  private Socket connected(int port) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), port);
    open.add(socket);
    return socket;
  }

  private static String line(Socket socket) throws IOException {
    var in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    return String.valueOf(in.readLine());
  }

  /** Each letter would begin the wait for the next anew. */
  @Test
  void whoever_sends_a_letter_now_and_then_is_sent_away_all_the_same() throws Exception {
    var socket = connected(listening(500));
    assertTrue(line(socket).startsWith("220"));
    boolean ended = false;
    for (int i = 0; i < 900 && !ended; i++) {
      try {
        socket.getOutputStream().write('N');
        Thread.sleep(20);
      } catch (SocketException e) {
        ended = true;
      }
    }
    assertTrue(ended, "still there after 900 letters");
  }

  @Test
  void one_host_has_so_many_connections_and_a_new_one_when_it_gives_one_up() throws Exception {
    int port = listening(600_000);
    List<Socket> sockets = new ArrayList<>();
    for (int i = 0; i < OF_ONE_HOST; i++) {
      var socket = connected(port);
      assertTrue(line(socket).startsWith("220"));
      sockets.add(socket);
    }
    // Refused ones count for nothing, however many.
    for (int i = 0; i < 10; i++) {
      assertEquals("421", line(connected(port)).substring(0, 3));
    }
    sockets.getFirst().close();
    String said = "";
    for (int i = 0; i < 500 && !said.startsWith("220"); i++) {
      Thread.sleep(20);
      said = line(connected(port));
    }
    assertTrue(said.startsWith("220"), said);
    assertEquals("421", line(connected(port)).substring(0, 3));
  }
}
