package dev.countersign.host.inbound.text;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a person would not see in a mail program: text for programs only, which is how some try to
 * give orders to agents.
 */
final class Hidden {
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

  /** {@return what of the document is not to be shown, with all that is in it} */
  static Set<Element> in(Document document) {
    Set<Element> hidden = Collections.newSetFromMap(new IdentityHashMap<>());
    var rules = new HidingRules();
    document.getElementsByTag("style").forEach(sheet -> rules.read(sheet.data()));
    for (Element each : document.getAllElements()) {
      boolean is = each.hasAttr("hidden") || isHiding(each.attr("style")) || rules.hide(each);
      if (is && !isRoot(each)) {
        hidden.add(each);
      }
    }
    return hidden;
  }

  /** Nobody hides a whole message: a rule that would is one for other programs. */
  private static boolean isRoot(Element each) {
    return each instanceof Document || each.normalName().matches("html|body");
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
