package dev.countersign.host.inbound.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.jsoup.nodes.Element;

/** Markdown as it grows: lines, each behind the marks of the quotes and lists that it is in. */
final class MarkdownPage {
  private static final int NESTED_MAX = 12;
  private static final int TINY_PIXELS = 3;

  private final int most;
  private final StringBuilder done = new StringBuilder();
  private final StringBuilder line = new StringBuilder();
  private final Deque<String> prefixes = new ArrayDeque<>();
  private final Deque<int[]> lists = new ArrayDeque<>();
  private int depth;
  private int preformatted;
  private int linkStart = -1;
  private boolean gap;
  private String bullet = "";
  private String opening = "";

  MarkdownPage(int most) {
    this.most = most;
  }

  String text() {
    endLine("");
    return done.toString().strip();
  }

  private boolean full() {
    return done.length() + line.length() > most;
  }

  void words(String text) {
    if (full()) {
      return;
    }
    String room = text.length() > most ? text.substring(0, most) : text;
    if (preformatted > 0) {
      for (String each : room.split("\\r?\\n", -1)) {
        line.append(each);
        endLine("");
      }
      return;
    }
    String packed = room.replaceAll("[\\s\\u00A0]+", " ");
    boolean begins = line.isEmpty() || line.charAt(line.length() - 1) == ' ';
    line.append(MarkdownText.escaped(begins ? packed.stripLeading() : packed));
  }

  void lineBreak() {
    endLine("  ");
  }

  /** Something begins or ends that stands by itself. */
  void block() {
    endLine("");
    gap = true;
  }

  void rule() {
    block();
    opening = "---";
    endLine("");
    gap = true;
  }

  void heading(int level) {
    block();
    opening = "#".repeat(level) + " ";
  }

  void endHeading() {
    block();
  }

  void picture(Element img) {
    String words = img.attr("alt").strip();
    if (!words.isEmpty() && !isTiny(img.attr("width")) && !isTiny(img.attr("height"))) {
      words("[" + words + "]");
    }
  }

  private static boolean isTiny(String size) {
    String digits = size.strip().toLowerCase(Locale.ROOT).replace("px", "");
    return digits.matches("\\d{1,3}") && Integer.parseInt(digits) < TINY_PIXELS;
  }

  /** Bold and italic where there is a word; elsewhere the mark would be one itself. */
  void mark(String stars) {
    if (preformatted > 0 || full() || linkStart >= 0) {
      return;
    }
    int end = line.length();
    if (end >= stars.length() && line.substring(end - stars.length()).equals(stars)) {
      line.setLength(end - stars.length());
    } else {
      line.append(stars);
    }
  }

  void openPreformatted() {
    block();
    if (preformatted++ == 0) {
      fence();
    }
  }

  void closePreformatted() {
    if (preformatted > 0 && --preformatted == 0) {
      endLine("");
      fence();
      gap = true;
    }
  }

  /** No text can have this many, so none can end it. */
  private void fence() {
    put("``````");
  }

  void openQuote() {
    nest("> ");
  }

  void closeQuote() {
    unnest();
  }

  private void nest(String prefix) {
    block();
    if (++depth <= NESTED_MAX) {
      prefixes.addLast(prefix);
    }
  }

  private void unnest() {
    block();
    if (depth > 0 && depth-- <= NESTED_MAX) {
      prefixes.pollLast();
    }
  }

  void openList(boolean numbered) {
    block();
    lists.push(new int[] {numbered ? 1 : 0});
  }

  void closeList() {
    block();
    lists.poll();
  }

  void openItem() {
    endLine("");
    int[] list = lists.peek();
    String mark = list == null || list[0] == 0 ? "- " : list[0]++ + ". ";
    gap = false;
    if (++depth <= NESTED_MAX) {
      prefixes.addLast(" ".repeat(mark.length()));
      bullet = mark;
    }
  }

  void closeItem() {
    endLine("");
    bullet = "";
    if (depth > 0 && depth-- <= NESTED_MAX) {
      prefixes.pollLast();
    }
  }

  void openLink() {
    linkStart = line.length();
  }

  void closeLink(String href) {
    int start = linkStart;
    linkStart = -1;
    if (start < 0 || start > line.length() || preformatted > 0) {
      return;
    }
    String words = line.substring(start).strip();
    var target = MarkdownText.target(href);
    if (words.isEmpty() || target.isEmpty() || full()) {
      return;
    }
    boolean spaced = line.charAt(start) == ' ';
    line.setLength(start);
    line.append(spaced ? " [" : "[").append(words).append("](").append(target.get()).append(')');
  }

  private void endLine(String end) {
    String words = line.toString();
    line.setLength(0);
    linkStart = linkStart < 0 ? -1 : 0;
    if (preformatted > 0) {
      put(words.replace("``````", "`````"));
      return;
    }
    String stripped = words.strip();
    if (stripped.isEmpty() && !opening.equals("---")) {
      opening = end.isEmpty() ? opening : "";
      return;
    }
    String text = opening.isEmpty() ? MarkdownText.escapedStart(stripped) : opening + stripped;
    opening = "";
    put(text + end);
  }

  private void put(String text) {
    if (done.length() > most) {
      return;
    }
    String before = String.join("", prefixes);
    if (gap && !done.isEmpty()) {
      done.append(outer(before)).append('\n');
    }
    gap = false;
    if (!bullet.isEmpty()) {
      before = before.substring(0, before.length() - bullet.length()) + bullet;
      bullet = "";
    }
    done.append(before).append(text).append('\n');
  }

  /** An empty line belongs to the quotes around it, and to no list. */
  private static String outer(String prefix) {
    return prefix.stripTrailing();
  }
}
