package dev.countersign.host.mail;

/** What the message says, in the form its author wrote it. */
public sealed interface Body {
  /** The most UTF-8 bytes a body may have. */
  int BYTES_MAX = 262_144;

  /** {@return the author's text, unchanged} */
  String text();

  /** CommonMark; becomes text and HTML. Raw HTML in it is shown, not interpreted. */
  record Markdown(String text) implements Body {
    public Markdown {
      check(text);
    }
  }

  /** Text without markup. */
  record PlainText(String text) implements Body {
    public PlainText {
      check(text);
    }
  }

  private static void check(String text) {
    CleanText.wellFormed("The body", "invalid_body", text);
    if (CleanText.utf8Length(text) > BYTES_MAX) {
      throw new InvalidMailException("body_too_large", "The body is larger than 262144 bytes.");
    }
  }
}
