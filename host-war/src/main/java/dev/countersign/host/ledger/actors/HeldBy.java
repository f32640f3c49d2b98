package dev.countersign.host.ledger.actors;

import java.util.Locale;

/** Where the private half of a key is. */
public enum HeldBy {
  /** Derived from the installation's ledger secret when it is needed. */
  SERVER,

  /** With the person alone; the server is given signatures and stores them. */
  DEVICE;

  /** {@return the word in entries and in the store} */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
