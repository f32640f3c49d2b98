package dev.countersign.host.identity.mime;

/**
 * One line of a text: from {@code start} to {@code end} without its line end, which is CRLF, LF, CR
 * or the end of the text; {@code next} is where the next line starts.
 */
record TextLine(int start, int end, int next) {
  static TextLine at(String text, int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) != '\r' && text.charAt(end) != '\n') {
      end++;
    }
    int next = Math.min(end + 1, text.length());
    if (text.startsWith("\r\n", end)) {
      next = end + 2;
    }
    return new TextLine(start, end, next);
  }

  /** {@return where the line ends when spaces and tabs at its end do not count} */
  int trimmedEnd(String text) {
    int at = end;
    while (at > start && (text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '\t')) {
      at--;
    }
    return at;
  }

  boolean isEmpty() {
    return start == end;
  }
}
