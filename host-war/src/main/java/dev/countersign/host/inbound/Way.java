package dev.countersign.host.inbound;

import java.util.Locale;

/** How a message came in. */
public enum Way {
  /** An operator's key handed it in. */
  API,
  SMTP,
  LMTP,
  /** A mail provider's webhook. */
  PROVIDER;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
