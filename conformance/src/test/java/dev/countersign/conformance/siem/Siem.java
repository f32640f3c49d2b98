package dev.countersign.conformance.siem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.conformance.running.Programs;
import dev.countersign.conformance.running.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A receiver of events: an HTTPS server in a process of its own, always at the same address. */
public final class Siem implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final int port;
  private Optional<Process> server = Optional.empty();

  /** What the server does with the next requests. */
  enum Mode {
    OK,
    /** Takes the event and says nothing, as one that dies before its answer. */
    SILENT,
    BUSY
  }

  private Siem(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  public static Siem in(Path folder) {
    Programs.needed("python3", "-c", "import cryptography");
    Programs.needed("openssl", "version");
    try {
      var siem = new Siem(folder, freePort());
      run(
          List.of(
              "openssl",
              "req",
              "-x509",
              "-newkey",
              "ec",
              "-pkeyopt",
              "ec_paramgen_curve:P-256",
              "-nodes",
              "-days",
              "2",
              "-subj",
              "/CN=localhost",
              "-addext",
              "subjectAltName=DNS:localhost",
              "-keyout",
              siem.file("key.pem"),
              "-out",
              siem.file("certificate.pem")));
      for (var program : List.of("sink.py", "verify.py")) {
        try (var in = Siem.class.getResourceAsStream("/siem/" + program)) {
          Files.write(folder.resolve(program), in == null ? new byte[0] : in.readAllBytes());
        }
      }
      // The receiver's check is the published one, word for word.
      Files.writeString(folder.resolve("published.py"), SiemGuide.block("Check", "python"));
      Files.createFile(folder.resolve("log"));
      siem.mode(Mode.OK);
      return siem;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String origin() {
    return "https://localhost:" + port;
  }

  /** {@return the file that a client has to trust} */
  public String certificate() {
    return file("certificate.pem");
  }

  void mode(Mode mode) {
    try {
      Files.writeString(folder.resolve("mode"), mode.name().toLowerCase(java.util.Locale.ROOT));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void start() {
    try {
      var builder =
          new ProcessBuilder(
              "python3",
              file("sink.py"),
              Integer.toString(port),
              file("certificate.pem"),
              file("key.pem"),
              file("log"),
              file("mode"));
      builder.redirectErrorStream(true).redirectOutput(folder.resolve("out").toFile());
      server = Optional.of(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Waiting.until("the SIEM listens", this::listens, up -> up);
  }

  private boolean listens() {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** With no chance to put anything in order. */
  void kill() {
    server.ifPresent(
        running -> {
          running.destroyForcibly();
          running.onExit().join();
        });
    server = Optional.empty();
  }

  /** {@return the bodies of what was taken, in the order in which it came} */
  public List<JsonNode> taken() {
    try {
      var bodies = new ArrayList<JsonNode>();
      for (var line : Files.readAllLines(folder.resolve("log"))) {
        bodies.add(
            JSON.readTree(Base64.getDecoder().decode(JSON.readTree(line).path("body").asText())));
      }
      return bodies;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return what a program that shares nothing with the sender says of the signatures} */
  JsonNode verified(String secret, String keys) {
    try {
      Files.writeString(folder.resolve("keys.json"), keys);
      return JSON.readTree(
          run(
              List.of(
                  "python3", file("verify.py"), file("log"), secret, file("keys.json"), origin())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Changes what was written down, as somebody on the way could have changed it. */
  void tamper(String was, String is) {
    try {
      var lines = new ArrayList<>(Files.readAllLines(folder.resolve("log")));
      var first = JSON.readTree(lines.getFirst());
      var body =
          new String(
              Base64.getDecoder().decode(first.path("body").asText()), StandardCharsets.UTF_8);
      var changed = body.replace(was, is).getBytes(StandardCharsets.UTF_8);
      ((com.fasterxml.jackson.databind.node.ObjectNode) first)
          .put("body", Base64.getEncoder().encodeToString(changed));
      lines.set(0, first.toString());
      Files.write(folder.resolve("log"), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String run(List<String> command) throws IOException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    assertEquals(0, process.exitValue(), output);
    return output;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  @Override
  public void close() {
    kill();
  }
}
