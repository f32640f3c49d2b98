package dev.countersign.conformance.sequences;

import dev.countersign.kernel.GateTiming;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What an agent hands in.
 *
 * @param sendAt milliseconds since the epoch, 0 for at once
 * @param retryKey its idempotency key
 */
record Letter(
    String subject,
    List<String> to,
    List<String> cc,
    List<String> bcc,
    int attachments,
    long sendAt,
    Optional<GateTiming> timing,
    Optional<String> retryKey) {

  /** The same under another idempotency key, or none. */
  Letter under(Optional<String> key) {
    return new Letter(subject, to, cc, bcc, attachments, sendAt, timing, key);
  }

  /** Everybody whom the mail server is to be given, once each. */
  Set<String> envelope() {
    var all = new LinkedHashSet<>(to);
    all.addAll(cc);
    all.addAll(bcc);
    return all;
  }

  Map<String, Object> body() {
    var body = new HashMap<String, Object>();
    body.put("subject", subject);
    body.put("to", to);
    body.put("cc", cc);
    body.put("bcc", bcc);
    body.put(attachments % 2 == 0 ? "markdown" : "text_body", "About " + subject);
    body.put("attachments", IntStream.range(0, attachments).mapToObj(this::attachment).toList());
    if (sendAt != 0) {
      body.put("send_at", Instant.ofEpochMilli(sendAt).toString());
    }
    timing.ifPresent(word -> body.put("gate_timing", word.wire()));
    retryKey.ifPresent(word -> body.put("idempotency_key", word));
    return body;
  }

  private Map<String, String> attachment(int number) {
    var bytes = (subject + number).getBytes(StandardCharsets.UTF_8);
    return Map.of(
        "name",
        number + ".bin",
        "content_type",
        "application/octet-stream",
        "content_base64",
        Base64.getEncoder().encodeToString(bytes));
  }
}
