package dev.countersign.host.inbound.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a person would not see in a mail program: text for programs only, which is how some try to
 * give orders to agents.
 */
final class Hidden {
  private static final int RULES_MAX = 500;
  private static final Pattern RULE = Pattern.compile("([^{}@;]{1,300})\\{([^{}]{0,2000})}");
  private static final Pattern SIMPLE =
      Pattern.compile("[A-Za-z][A-Za-z0-9]*|[A-Za-z0-9]*([.#][A-Za-z0-9_-]+)+");
  private static final Pattern STYLE =
      Pattern.compile(
          "(^|;)(display:none|visibility:(hidden|collapse)|mso-hide:all|opacity:0*(\\.0+)?"
              + "|font-size:0*[01]?(\\.\\d+)?(px|pt|em|rem|%)?|color:transparent"
              + "|(max-height|max-width|height|width|line-height):0(px|pt|em|%)?"
              + "|text-indent:-\\d{3,}[a-z%]*|(left|top|margin-left):-\\d{4,}[a-z]*"
              + "|clip:rect\\(0.*|transform:scale\\(0.*)(!important)?(;|$)");
  private static final Pattern COLOR = Pattern.compile("(?:^|;)color:([^;!]+)");
  private static final Pattern GROUND = Pattern.compile("(?:^|;)background(?:-color)?:([^;!]+)");

  private Hidden() {}

  /** Takes it out of the document. */
  static void remove(Document document) {
    List<Element> hidden = new ArrayList<>();
    for (Element each : document.getAllElements()) {
      if (each.hasAttr("hidden") || isHiding(each.attr("style"))) {
        hidden.add(each);
      }
    }
    for (Element sheet : document.getElementsByTag("style")) {
      Matcher rule = RULE.matcher(sheet.data().replaceAll("(?s)/\\*.*?\\*/", ""));
      for (int i = 0; i < RULES_MAX && rule.find(); i++) {
        if (isHiding(rule.group(2))) {
          selected(document, rule.group(1), hidden);
        }
      }
    }
    hidden.stream().filter(each -> !isRoot(each)).forEach(Element::remove);
  }

  /** Nobody hides a whole message: a rule that would is one for other programs. */
  private static boolean isRoot(Element each) {
    return each instanceof Document || each.normalName().matches("html|body");
  }

  private static void selected(Document document, String selectors, List<Element> hidden) {
    for (String selector : selectors.split(",", -1)) {
      String simple = selector.strip();
      if (SIMPLE.matcher(simple).matches()) {
        hidden.addAll(document.select(simple));
      }
    }
  }

  static boolean isHiding(String style) {
    if (style.isEmpty()) {
      return false;
    }
    String packed = style.toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
    return STYLE.matcher(packed).find() || isOfItsGround(packed);
  }

  private static boolean isOfItsGround(String style) {
    Matcher color = COLOR.matcher(style);
    Matcher ground = GROUND.matcher(style);
    return color.find() && ground.find() && color.group(1).equals(ground.group(1));
  }
}
