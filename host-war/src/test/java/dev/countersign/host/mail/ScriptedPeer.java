package dev.countersign.host.mail;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * An SMTP server over TCP that answers as told and remembers every line it was sent. A script maps
 * the start of a line (or {@code CONNECT} or {@code .}) to an answer; {@code DROP} closes the
 * connection instead, and {@code BODY -> DROP} does so in the middle of the message.
 */
final class ScriptedPeer implements AutoCloseable {
  static final String DROP = "DROP";

  /** A script line that makes the peer speak TLS from the first byte. */
  static final String IMPLICIT_TLS = "TLS-FIRST";

  private final ServerSocket server;
  private final Map<String, String> script;
  private final Optional<SSLContext> tls;
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Thread thread;

  ScriptedPeer(Map<String, String> script) {
    this(script, Optional.empty());
  }

  ScriptedPeer(Map<String, String> script, Optional<SSLContext> tls) {
    this.script = script;
    this.tls = tls;
    try {
      this.server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.thread = new Thread(this::serve, "scripted-peer");
    this.thread.start();
  }

  int port() {
    return server.getLocalPort();
  }

  /** {@return the commands and message lines received so far, as UTF-8} */
  List<String> lines() {
    return List.copyOf(lines);
  }

  boolean received(String start) {
    return lines.stream().anyMatch(line -> line.startsWith(start));
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        converse(script.containsKey(IMPLICIT_TLS) ? secure(socket, tls.orElseThrow()) : socket);
      } catch (IOException e) {
        lines.add("-- " + e.getClass().getSimpleName());
      }
    }
  }

  private void converse(Socket first) throws IOException {
    Socket socket = first;
    InputStream in = new BufferedInputStream(socket.getInputStream());
    boolean open = answer(socket, "CONNECT", "220 peer ready");
    while (open) {
      Optional<String> line = readLine(in);
      if (line.isEmpty()) {
        return;
      }
      String command = line.get();
      lines.add(command);
      open = answer(socket, command, usual(command));
      if (open && command.equals("STARTTLS") && tls.isPresent()) {
        socket = secure(socket, tls.get());
        in = new BufferedInputStream(socket.getInputStream());
      } else if (open && command.equals("DATA") && reply(command, "354").startsWith("354")) {
        open = body(socket, in);
      } else if (command.equals("QUIT")) {
        return;
      }
    }
  }

  private boolean body(Socket socket, InputStream in) throws IOException {
    while (true) {
      Optional<String> line = readLine(in);
      if (line.isEmpty() || DROP.equals(script.get("BODY"))) {
        return false;
      }
      lines.add(line.get());
      if (line.get().equals(".")) {
        return answer(socket, ".", "250 2.0.0 queued as 42");
      }
    }
  }

  private String usual(String command) {
    return switch (command.toUpperCase(Locale.ROOT).split("[ :]", 2)[0]) {
      case "EHLO" -> "250 peer";
      case "DATA" -> "354 go on";
      case "STARTTLS" -> "220 ready for TLS";
      case "QUIT" -> "221 bye";
      default -> "250 2.1.0 fine";
    };
  }

  private String reply(String command, String usual) {
    return script.entrySet().stream()
        .filter(entry -> command.startsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(usual);
  }

  private boolean answer(Socket socket, String command, String usual) throws IOException {
    String reply = reply(command, usual);
    if (reply.equals(DROP)) {
      return false;
    }
    socket.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
    return true;
  }

  static Socket secure(Socket socket, SSLContext context) throws IOException {
    SSLSocket secured =
        (SSLSocket) context.getSocketFactory().createSocket(socket, null, socket.getPort(), true);
    secured.setUseClientMode(false);
    secured.startHandshake();
    return secured;
  }

  private static Optional<String> readLine(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        return Optional.empty();
      }
      line.write(b);
    }
    String text = line.toString(StandardCharsets.UTF_8);
    return Optional.of(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
  }

  @Override
  public void close() {
    try {
      server.close();
      thread.join(5_000);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
