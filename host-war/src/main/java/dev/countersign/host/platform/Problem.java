package dev.countersign.host.platform;

import jakarta.ejb.ApplicationException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An error answer on its way to the client: status, stable code, a sentence that says what to do,
 * further JSON members, and headers. Thrown anywhere below a request; it rolls the transaction
 * back.
 */
@ApplicationException(rollback = true)
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String code;
  private final transient Map<String, Object> members;
  private final transient Map<String, String> headers;

  private Problem(
      int status,
      String code,
      String sentence,
      Map<String, Object> members,
      Map<String, String> headers) {
    // No stack: the answer is for the client, and the log has the code and the request id.
    super(sentence, null, false, false);
    this.status = status;
    this.code = code;
    this.members = members;
    this.headers = headers;
  }

  public static Problem of(ErrorCode code, String sentence) {
    return new Problem(code.status(), code.wire(), sentence, Map.of(), Map.of());
  }

  /** For codes that are not the host's own: the kernel's refusals. */
  static Problem of(int status, String code, String sentence) {
    return new Problem(status, code, sentence, Map.of(), Map.of());
  }

  public static Problem unauthenticated(String sentence) {
    return of(ErrorCode.UNAUTHENTICATED, sentence)
        .header("WWW-Authenticate", "Bearer realm=\"countersign\"");
  }

  /** The same with where to find out how to get a key (RFC 9728, section 5.1). */
  public static Problem unauthenticated(String sentence, String metadata) {
    return of(ErrorCode.UNAUTHENTICATED, sentence)
        .header(
            "WWW-Authenticate",
            "Bearer realm=\"countersign\", resource_metadata=\"" + metadata + "\"");
  }

  public static Problem rateLimited(String sentence, Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    return of(ErrorCode.RATE_LIMITED, sentence).header("Retry-After", Long.toString(seconds));
  }

  /** {@code field} is the JSON path of what is wrong, such as {@code attachments[0].name}. */
  public static Problem field(ErrorCode code, String field, String sentence) {
    return of(code, sentence).with("field", field);
  }

  /** A copy with one more JSON member beside {@code error} and {@code code}. */
  public Problem with(String member, Object value) {
    var more = new LinkedHashMap<>(members);
    more.put(member, value);
    return new Problem(status, code, sentence(), more, headers);
  }

  public Problem header(String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Problem(status, code, sentence(), members, more);
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  public String sentence() {
    return String.valueOf(getMessage());
  }

  public Map<String, String> headers() {
    return headers;
  }

  /** The JSON object of the answer. */
  public Map<String, Object> body() {
    var body = new LinkedHashMap<String, Object>();
    body.put("error", sentence());
    body.put("code", code);
    body.putAll(members);
    return body;
  }
}
