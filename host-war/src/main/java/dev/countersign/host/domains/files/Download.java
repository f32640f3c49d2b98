package dev.countersign.host.domains.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;

/** One address, the copy kept of it, and what the server said to tell whether it has changed. */
final class Download {
  private static final String CHECKED_AT = "checked-at";
  private static final String ETAG = "etag";
  private static final String LAST_MODIFIED = "last-modified";
  private static final int NAME_DIGITS = 16;
  private static final int BUFFER = 1 << 16;

  private final URI source;
  private final Path folder;
  private final Path file;
  private final Path notes;
  private final FetchPolicy policy;
  private final HttpClient http;
  private Properties said = new Properties();
  private Properties next = new Properties();

  Download(URI source, Path folder, FetchPolicy policy) {
    this.source = source;
    this.folder = folder;
    this.policy = policy;
    String name = name(source);
    file = folder.resolve(name);
    notes = folder.resolve(name + ".notes");
    http =
        HttpClient.newBuilder()
            .connectTimeout(policy.timeout())
            // Never from https to http.
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
  }

  /** A copy, and when the server last said that it is what it has. */
  record Copy(Path file, long checkedAt) {}

  URI source() {
    return source;
  }

  Optional<Copy> kept() throws IOException {
    if (!Files.exists(file) || !Files.exists(notes)) {
      return Optional.empty();
    }
    Properties read = new Properties();
    try (InputStream stream = Files.newInputStream(notes)) {
      read.load(stream);
    }
    long checkedAt = Long.parseLong(read.getProperty(CHECKED_AT, "0"));
    said = read;
    return Optional.of(new Copy(file, checkedAt));
  }

  /** {@return a new copy, not kept yet; nothing where the one that is kept is still right} */
  Optional<Path> fetch(long now) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(source).timeout(policy.timeout());
    if (said.getProperty(ETAG) != null) {
      request.header("If-None-Match", said.getProperty(ETAG));
    }
    if (said.getProperty(LAST_MODIFIED) != null) {
      request.header("If-Modified-Since", said.getProperty(LAST_MODIFIED));
    }
    var response = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      if (response.statusCode() == 304 && Files.exists(file)) {
        said.setProperty(CHECKED_AT, Long.toString(now));
        store(said);
        return Optional.empty();
      }
      if (response.statusCode() != 200) {
        throw new IOException("the server answered " + response.statusCode());
      }
      Path copy = taken(body);
      next = new Properties();
      response.headers().firstValue(ETAG).ifPresent(tag -> next.setProperty(ETAG, tag));
      response
          .headers()
          .firstValue(LAST_MODIFIED)
          .ifPresent(date -> next.setProperty(LAST_MODIFIED, date));
      return Optional.of(copy);
    }
  }

  /** The copy kept is worth nothing: the server is to send another, changed or not. */
  void forget() {
    said = new Properties();
  }

  /** Puts a copy that could be read in place of the one before. */
  void keep(Path copy, long now) throws IOException {
    Files.move(copy, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    next.setProperty(CHECKED_AT, Long.toString(now));
    store(next);
    said = next;
  }

  private Path taken(InputStream body) throws IOException {
    Files.createDirectories(folder);
    Path copy = folder.resolve(file.getFileName() + ".new");
    try (OutputStream out = Files.newOutputStream(copy)) {
      byte[] buffer = new byte[BUFFER];
      long bytes = 0;
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        bytes += read;
        if (bytes > policy.bytesMax()) {
          throw new IOException("more than " + policy.bytesMax() + " bytes");
        }
        out.write(buffer, 0, read);
      }
    }
    return copy;
  }

  private void store(Properties properties) throws IOException {
    try (OutputStream out = Files.newOutputStream(notes)) {
      properties.store(out, source.toString());
    }
  }

  private static String name(URI source) {
    try {
      byte[] text = source.toString().getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
      return HexFormat.of().formatHex(digest).substring(0, NAME_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
