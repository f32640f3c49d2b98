package dev.countersign.host.platform;

/** Markup being put together: what is said is escaped, what is raw is not. */
public final class Html {
  private final StringBuilder out = new StringBuilder();

  public Html raw(String markup) {
    out.append(markup);
    return this;
  }

  public Html say(String words) {
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        default -> out.append(c);
      }
    }
    return this;
  }

  public String text() {
    return out.toString();
  }
}
