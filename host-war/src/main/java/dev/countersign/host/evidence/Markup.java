package dev.countersign.host.evidence;

import dev.countersign.host.platform.Html;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Pieces of the index page that many sections have. */
final class Markup {
  private Markup() {}

  static Html section(String id, String title) {
    return new Html().raw("<section id=\"" + id + "\"><h2>").say(title).raw("</h2>");
  }

  static String lead(String words) {
    return new Html().raw("<p class=\"lead\">").say(words).raw("</p>").text();
  }

  static String badge(String word) {
    return new Html()
        .raw("<span class=\"badge " + word + "\">")
        .say(word.replace('_', ' '))
        .raw("</span>")
        .text();
  }

  static String entry(String name, String value) {
    return new Html()
        .raw("<div><dt>")
        .say(name)
        .raw("</dt><dd>")
        .say(value)
        .raw("</dd></div>")
        .text();
  }

  /** Links to files of the package; one that is not in it is named without a link. */
  static String files(Set<String> present, List<String> wanted) {
    var html = new Html().raw("<p class=\"files\">In this package: ");
    html.raw(links(present, wanted));
    return html.raw("</p>").text();
  }

  static String links(Set<String> present, List<String> wanted) {
    var html = new Html();
    for (int i = 0; i < wanted.size(); i++) {
      String path = wanted.get(i);
      html.raw(i == 0 ? "" : ", ");
      // A place on this page, or a file beside it.
      boolean here = path.startsWith("index.html#");
      if (here || present.contains(path)) {
        html.raw("<a href=\"" + (here ? path.substring(path.indexOf('#')) : path) + "\">")
            .say(here ? "this page" : path)
            .raw("</a>");
      } else {
        html.say(path + " (not there)");
      }
    }
    return html.text();
  }

  static String counted(long value, String noun) {
    return number(value) + " " + noun + (value == 1 ? "" : "s");
  }

  static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }
}
