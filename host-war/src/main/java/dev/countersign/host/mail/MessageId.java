package dev.countersign.host.mail;

import java.util.regex.Pattern;

/**
 * A message identifier with its angle brackets (RFC 5322 §3.6.4).
 *
 * @param value {@code <left@right>}: visible ASCII only, at most 250 characters
 */
public record MessageId(String value) {
  private static final int CHARS_MAX = 250;
  private static final Pattern FORM = Pattern.compile("<[!-~&&[^<>@]]+@[!-~&&[^<>@]]+>");

  public MessageId {
    if (value.length() > CHARS_MAX || !FORM.matcher(value).matches()) {
      throw new InvalidMailException(
          "invalid_message_id", "A message id has the form <left@right> in visible ASCII.");
    }
  }

  /** {@return {@code <unique@domain of from>}} */
  public static MessageId of(String unique, EmailAddress from) {
    return new MessageId("<" + unique + "@" + from.domain() + ">");
  }

  @Override
  public String toString() {
    return value;
  }
}
