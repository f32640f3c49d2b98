package dev.countersign.audit.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Asks a running server for what it shows of a log. */
final class Server implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int SMALL_BYTES_MAX = 1 << 20;
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int FULL = 256;

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final Options.Source.Server named;

  Server(Options.Source.Server named) throws IOException {
    // Whoever is on the way could read the key, or put in a log of their own.
    String scheme = String.valueOf(named.url().getScheme());
    String host = String.valueOf(named.url().getHost());
    boolean near = host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
    if (!scheme.equals("https") && !(scheme.equals("http") && near)) {
      throw new IOException("a server is audited by https:// only, except from this machine.");
    }
    this.named = named;
  }

  /** {@return the tenant that was named, or that of the key} */
  String tenant() throws IOException {
    if (named.tenant().isPresent()) {
      return named.tenant().get();
    }
    String id = new ObjectMapper().readTree(text("/v1/account", true)).path("id").asText();
    if (id.isEmpty()) {
      throw new IOException("the server does not say whose the key is; name it with --tenant.");
    }
    return id;
  }

  /** {@return the newest checkpoint as everybody sees it} */
  String checkpoint(String tenant) throws IOException {
    return text("/log/" + tenant + "/checkpoint", false);
  }

  /** {@return hashes of a tile as everybody sees them; empty if there are not so many} */
  Optional<byte[]> tile(String tenant, int level, long index, int width) throws IOException {
    String path = "/log/" + tenant + "/tile/" + level + "/" + place(index, width);
    var answer = sent(path, false);
    try (InputStream body = answer.body()) {
      return switch (answer.statusCode()) {
        case OK -> Optional.of(body.readNBytes(SMALL_BYTES_MAX));
        case NOT_FOUND -> Optional.empty();
        default -> throw unusable(path, answer);
      };
    }
  }

  /** As in C2SP tlog-tiles: groups of three digits, and the width where it is not full. */
  private static String place(long index, int width) {
    var digits = new StringBuilder(String.format(Locale.ROOT, "%03d", index % 1000));
    for (long rest = index / 1000; rest > 0; rest /= 1000) {
      digits.insert(0, String.format(Locale.ROOT, "x%03d/", rest % 1000));
    }
    return width == FULL ? digits.toString() : digits + ".p/" + width;
  }

  /** {@return the log's keys as everybody sees them, one on a line} */
  String keys(String tenant) throws IOException {
    return text("/log/" + tenant + "/keys", false);
  }

  /** {@return the whole log, as it arrives} */
  InputStream export() throws IOException {
    return answer("/v1/log/export?from=0", true);
  }

  @Override
  public void close() {
    client.close();
  }

  private String text(String path, boolean withKey) throws IOException {
    try (InputStream body = answer(path, withKey)) {
      return new String(body.readNBytes(SMALL_BYTES_MAX), StandardCharsets.UTF_8);
    }
  }

  private InputStream answer(String path, boolean withKey) throws IOException {
    HttpResponse<InputStream> answer = sent(path, withKey);
    if (answer.statusCode() != OK) {
      answer.body().close();
      throw unusable(path, answer);
    }
    return answer.body();
  }

  private static IOException unusable(String path, HttpResponse<?> answer) {
    return new IOException(
        "the server answered " + path + " with status " + answer.statusCode() + ".");
  }

  private HttpResponse<InputStream> sent(String path, boolean withKey) throws IOException {
    var request = HttpRequest.newBuilder(URI.create(named.url() + path)).timeout(PATIENCE);
    if (withKey) {
      request.header("Authorization", "Bearer " + named.key());
    }
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while asking the server.", e);
    }
  }
}
