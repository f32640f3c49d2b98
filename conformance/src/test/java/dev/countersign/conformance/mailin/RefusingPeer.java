package dev.countersign.conformance.mailin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A mail server of somebody else, which knows everybody but {@code nobody}. */
final class RefusingPeer implements AutoCloseable {
  private final ServerSocket server;

  RefusingPeer() {
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::serve);
  }

  int port() {
    return server.getLocalPort();
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        var socket = server.accept();
        Thread.ofVirtual().start(() -> converse(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private static void converse(Socket socket) {
    try (socket;
        var in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
      say(socket, "220 mx.elsewhere.example");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        var command = line.toLowerCase(Locale.ROOT);
        if (command.startsWith("rcpt to:<nobody@")) {
          say(socket, "550 5.1.1 Nobody has this name here");
        } else if (command.equals("data")) {
          say(socket, "354 Go on");
          for (String text = in.readLine(); text != null && !text.equals("."); ) {
            text = in.readLine();
          }
          say(socket, "250 2.0.0 Taken");
        } else {
          say(socket, command.equals("quit") ? "221 2.0.0 Bye" : "250 2.0.0 Ok");
        }
      }
    } catch (IOException e) {
      // The other side has gone.
    }
  }

  private static void say(Socket socket, String line) throws IOException {
    socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
