package dev.countersign.host.mcp.rest;

import dev.countersign.host.platform.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the API answered.
 *
 * @param retryAfter the header's value, seconds
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record RestAnswer(int status, String contentType, byte[] body, Optional<String> retryAfter) {
  private static final int SUCCESS = 200;
  private static final int REDIRECTION = 300;

  public boolean succeeded() {
    return status >= SUCCESS && status < REDIRECTION;
  }

  /** {@return the object in the body, empty if it holds none} */
  public Map<String, Object> object() {
    try {
      if (Json.read(new ByteArrayInputStream(body), Object.class) instanceof Map<?, ?> object) {
        var members = new LinkedHashMap<String, Object>();
        object.forEach((name, value) -> members.put(String.valueOf(name), value));
        return members;
      }
    } catch (IOException | RuntimeException notJson) {
      // Attachments and pages have none.
      return new LinkedHashMap<>();
    }
    return new LinkedHashMap<>();
  }

  /** {@return the error's sentence, its code, and when to come back} */
  public String sentence() {
    var members = object();
    var said = members.get("error");
    var code = members.get("code");
    var sentence = new StringBuilder();
    sentence.append(said == null ? "The server could not do this." : said);
    sentence.append(String.format(Locale.ROOT, " [status %d", status));
    if (code != null) {
      sentence.append(", code ").append(code);
    }
    retryAfter.ifPresent(wait -> sentence.append(", retry after ").append(wait).append(" s"));
    return sentence.append(']').toString();
  }

  /** {@return the error's members beside sentence and code, such as the signals of a domain} */
  public Map<String, Object> details() {
    var members = object();
    members.remove("error");
    members.remove("code");
    return members;
  }
}
