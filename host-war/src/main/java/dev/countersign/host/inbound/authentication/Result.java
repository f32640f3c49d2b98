package dev.countersign.host.inbound.authentication;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** How a check ended, in the words of RFC 8601, section 2.7. */
public enum Result {
  NONE,
  PASS,
  FAIL,
  SOFTFAIL,
  POLICY,
  NEUTRAL,
  TEMPERROR,
  PERMERROR;

  /** {@return the word in header fields and in JSON} */
  @JsonValue
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Result of(String wire) {
    return Arrays.stream(values())
        .filter(each -> each.wire().equals(wire))
        .findFirst()
        .orElse(NEUTRAL);
  }
}
