package dev.countersign.host.api;

import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

/** JSON for anybody, which caches may keep for a short time and then ask whether it is the same. */
final class PublicDocument {
  // As long as a revocation may stay unseen by those who ask through a cache.
  private static final int CACHED_SECONDS = (int) Duration.ofMinutes(5).toSeconds();

  private PublicDocument() {}

  static Response of(String json, Request request) {
    var cache = new CacheControl();
    cache.setMaxAge(CACHED_SECONDS);
    cache.setMustRevalidate(true);
    var tag = new EntityTag(sha256(json));
    var unchanged = request.evaluatePreconditions(tag);
    return (unchanged == null ? Response.ok(json).tag(tag) : unchanged).cacheControl(cache).build();
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
