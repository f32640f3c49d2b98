package dev.countersign.host.inbound;

/**
 * How many parts a message can have, counted without reading them: MIME is read whole or not at
 * all, and a message may have a million.
 */
public final class MimeSize {
  /** Lines that begin like a boundary; text with as many is shown as a file. */
  private static final int LINES_MAX = 5000;

  private MimeSize() {}

  /** {@return whether the message is to be left unopened} */
  public static boolean isTooMany(byte[] message) {
    int lines = 0;
    for (int i = 0; i + 1 < message.length; i++) {
      boolean begins = i == 0 || message[i - 1] == '\n' || message[i - 1] == '\r';
      if (begins && message[i] == '-' && message[i + 1] == '-' && ++lines > LINES_MAX) {
        return true;
      }
    }
    return false;
  }
}
