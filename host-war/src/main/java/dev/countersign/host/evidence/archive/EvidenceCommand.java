package dev.countersign.host.evidence.archive;

import dev.countersign.host.verify.KeySource;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code countersign evidence}: fetches the evaluation package of a running server and checks it,
 * or checks one that is here. Ends with 0 only when every byte is as the tenant's key signed it,
 * with 1 when not, with 2 when it cannot tell.
 */
public final class EvidenceCommand {
  private static final int BYTES_MAX = 256 << 20;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String PUBLISHED_KEYS = "/.well-known/countersign-keys.json";
  private static final int NOT_AS_SIGNED = 1;
  private static final int UNABLE = 2;

  private EvidenceCommand() {}

  public static void main(String[] arguments) {
    var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    int status = run(arguments, System.getenv(), out, err);
    System.exit(out.checkError() ? UNABLE : status);
  }

  static int run(
      String[] arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
    try {
      var request = Request.of(arguments, environment);
      byte[] archive = request.remote() ? fetched(request) : read(request.file());
      var check = EvidenceCheck.of(archive, KeySource.at(request.keys()));
      out.println(said(check, request.file()));
      return check.passed() ? 0 : NOT_AS_SIGNED;
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      err.println("countersign: " + e.getMessage());
      return UNABLE;
    }
  }

  private static String said(EvidenceCheck check, String file) {
    var text = new StringBuilder(check.passed() ? "VERIFIED " : "NOT VERIFIED ").append(file);
    check
        .manifest()
        .ifPresent(
            manifest ->
                text.append("\n  of ")
                    .append(manifest.tenant())
                    .append(", made ")
                    .append(manifest.madeAt())
                    .append("\n  ")
                    .append(manifest.files().size())
                    .append(" files; key ")
                    .append(manifest.key()));
    check.faults().forEach(fault -> text.append("\n  - ").append(fault));
    return text.toString();
  }

  private static byte[] read(String file) throws IOException {
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      return bounded(in);
    } catch (NoSuchFileException e) {
      throw new IOException("there is no file " + file + ".", e);
    }
  }

  private static byte[] fetched(Request request) throws IOException {
    var call =
        HttpRequest.newBuilder(KeySource.guarded(request.url() + "/v1/evidence"))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + request.key())
            .build();
    try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      var answer = client.send(call, BodyHandlers.ofInputStream());
      try (var body = answer.body()) {
        byte[] bytes = bounded(body);
        if (answer.statusCode() != 200) {
          throw new IOException("the server answered with status " + answer.statusCode() + ".");
        }
        Files.write(Path.of(request.file()), bytes);
        return bytes;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while fetching the package.", e);
    }
  }

  private static byte[] bounded(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(BYTES_MAX + 1);
    if (bytes.length > BYTES_MAX) {
      throw new IOException("the package is larger than 256 MiB.");
    }
    return bytes;
  }

  /** What was asked for on the command line. */
  private record Request(String url, String key, String file, String keys) {
    boolean remote() {
      return !url.isEmpty();
    }

    static Request of(String[] arguments, Map<String, String> environment) {
      var given = new TreeMap<String, String>();
      for (int i = 0; i < arguments.length; i += 2) {
        boolean known =
            arguments[i].matches("--(url|key|out|check|keys)") && i + 1 < arguments.length;
        if (!known) {
          throw misused("\"" + arguments[i] + "\" is not understood; try --help.");
        }
        given.put(arguments[i], arguments[i + 1]);
      }
      return given.containsKey("--url") ? fetching(given, environment) : checking(given);
    }

    private static Request fetching(Map<String, String> given, Map<String, String> environment) {
      var url = given.getOrDefault("--url", "").replaceFirst("/+$", "");
      var key = given.getOrDefault("--key", environment.getOrDefault("ADMIN_KEY", ""));
      var out = given.getOrDefault("--out", "countersign-evidence.zip");
      if (key.isEmpty() || given.containsKey("--check")) {
        throw misused("--url goes with an admin key, --key or ADMIN_KEY; try --help.");
      }
      var explicit = given.getOrDefault("--keys", url + PUBLISHED_KEYS);
      return new Request(url, key, out, explicit);
    }

    private static Request checking(Map<String, String> given) {
      var file = given.getOrDefault("--check", "");
      if (file.isEmpty() || given.containsKey("--key") || given.containsKey("--out")) {
        throw misused("name a server with --url or a file with --check; try --help.");
      }
      return new Request("", "", file, given.getOrDefault("--keys", ""));
    }

    private static IllegalArgumentException misused(String sentence) {
      return new IllegalArgumentException(sentence);
    }
  }
}
