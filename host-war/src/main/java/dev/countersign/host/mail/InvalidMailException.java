package dev.countersign.host.mail;

import java.util.Objects;

/**
 * Says why a value cannot become mail. The message is one sentence for the caller and never repeats
 * the refused text, so it may be shown and logged.
 */
public final class InvalidMailException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String code;

  public InvalidMailException(String code, String message) {
    super(message);
    this.code = Objects.requireNonNull(code);
  }

  /** {@return the stable snake_case name of the rule that was broken} */
  public String code() {
    return code;
  }
}
