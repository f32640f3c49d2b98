package dev.countersign.host.inbound;

/**
 * How much there is to read in a message, counted without reading it: of a header section or a MIME
 * tree everything is read or nothing, and both may have a million parts.
 */
public final class MimeSize {
  /** Lines that begin like a boundary; text with as many is shown as a file. */
  private static final int LINES_MAX = 5000;

  private MimeSize() {}

  /**
   * {@return whether the header section is longer than so many bytes} It goes to the first empty
   * line, as the reader has it that sees the most of them.
   */
  public static boolean isHeaderOver(byte[] message, long most) {
    int begin = 0;
    for (int i = 0; i < message.length && i <= most; i++) {
      if (message[i] == '\n') {
        int end = i > begin && message[i - 1] == '\r' ? i - 1 : i;
        if (end == begin) {
          return false;
        }
        begin = i + 1;
      }
    }
    return message.length > most;
  }

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
