package dev.countersign.host.verify;

import dev.countersign.host.identity.JwkSet;
import dev.countersign.host.identity.KeyLookup;
import dev.countersign.host.identity.KeyOwner;
import dev.countersign.host.identity.PublishedKeys;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** Where the command takes public keys from: a folder, a file, or an address if one is named. */
public final class KeySource {
  private static final int BYTES_MAX = 1 << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private KeySource() {}

  /**
   * {@return the keys at this place}
   *
   * @param place a folder as {@code data/public-keys}, a file with a JWK Set or a JWK, or an
   *     address with one; keys that do not say whose they are count as the service's
   * @throws IOException saying what is wrong
   */
  public static KeyLookup at(String place) throws IOException {
    String lower = place.toLowerCase(Locale.ROOT);
    if (lower.startsWith("https://") || lower.startsWith("http://")) {
      return parsed(fetched(place));
    }
    Path path = Path.of(place);
    if (Files.isDirectory(path)) {
      return new PublishedKeys(path);
    }
    if (!Files.isReadable(path)) {
      throw new IOException(
          "there are no keys at " + place + "; name a file or address with --keys.");
    }
    try (InputStream in = Files.newInputStream(path)) {
      return parsed(text(in));
    }
  }

  private static JwkSet parsed(String json) throws IOException {
    try {
      return JwkSet.parse(json, new KeyOwner.Service());
    } catch (IllegalArgumentException e) {
      throw new IOException("the keys are not a JWK Set of P-256 keys.", e);
    }
  }

  private static String fetched(String address) throws IOException {
    HttpRequest request = HttpRequest.newBuilder(guarded(address)).timeout(PATIENCE).build();
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      HttpResponse<InputStream> answer =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        if (answer.statusCode() != 200) {
          throw new IOException(
              "the keys could not be fetched: status " + answer.statusCode() + ".");
        }
        return text(body);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while fetching the keys.", e);
    }
  }

  /**
   * {@return the address, if nobody on the way can put in keys of their own or read one}
   *
   * @throws IOException if somebody could
   */
  public static URI guarded(String address) throws IOException {
    URI uri;
    try {
      uri = URI.create(address);
    } catch (IllegalArgumentException e) {
      throw new IOException("the address is not a URL.", e);
    }
    if (!"https".equalsIgnoreCase(uri.getScheme()) && !isLoopback(String.valueOf(uri.getHost()))) {
      throw new IOException("keys are fetched by https:// only, except from this machine.");
    }
    return uri;
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
  }

  private static String text(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(BYTES_MAX + 1);
    if (bytes.length > BYTES_MAX) {
      throw new IOException("the keys are larger than 1 MiB.");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
