package dev.countersign.host.inbound.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * The rules of a message's stylesheets that hide something, as far as they go by a name, classes
 * and an id. Sheets are read once from front to end, and each element asks only the rules that name
 * it: both may be as many as a stranger likes.
 */
final class HidingRules {
  private static final int RULES_MAX = 1000;
  private static final int SELECTOR_CHARACTERS = 300;
  private static final Pattern SIMPLE =
      Pattern.compile("[A-Za-z][A-Za-z0-9]*|[A-Za-z0-9]*(?:[.#][A-Za-z0-9_-]++)++");
  private static final Pattern WORDS = Pattern.compile("(?=[.#])");

  /** What an element must have, all of it: {@code p}, {@code .class}, {@code #id}. */
  private record Rule(Set<String> words) {}

  private final Map<String, List<Rule>> byWord = new HashMap<>();
  private final Set<String> known = new HashSet<>();

  /** Takes the rules of one sheet. A rule within a condition such as {@code @media} counts, too. */
  void read(String sheet) {
    String css = withoutComments(sheet);
    int words = 0;
    String selector = "";
    int block = -1;
    for (int i = 0; i < css.length() && known.size() < RULES_MAX; i++) {
      switch (css.charAt(i)) {
        case '{' -> {
          selector = css.substring(words, i);
          block = i + 1;
          words = i + 1;
        }
        case '}' -> {
          take(selector, block < 0 ? "" : css.substring(block, i));
          block = -1;
          words = i + 1;
        }
        case ';', '@' -> words = i + 1;
        default -> {}
      }
    }
    // What is not closed goes on to the end.
    take(selector, block < 0 ? "" : css.substring(block));
  }

  private void take(String selectors, String block) {
    if (Hidden.isHiding(block)) {
      for (String each : selectors.split(",", -1)) {
        add(each.strip());
      }
    }
  }

  private void add(String selector) {
    if (selector.length() > SELECTOR_CHARACTERS
        || known.size() >= RULES_MAX
        || !SIMPLE.matcher(selector).matches()
        || !known.add(selector)) {
      return;
    }
    Set<String> words = new HashSet<>();
    String rarest = "";
    for (String word : WORDS.split(selector, -1)) {
      String wanted = word.toLowerCase(Locale.ROOT);
      if (!wanted.isEmpty()) {
        words.add(wanted);
        rarest = wanted;
      }
    }
    byWord.computeIfAbsent(rarest, word -> new ArrayList<>()).add(new Rule(words));
  }

  private static String withoutComments(String css) {
    var text = new StringBuilder(css.length());
    int from = 0;
    for (int open = css.indexOf("/*"); open >= 0; open = css.indexOf("/*", from)) {
      text.append(css, from, open);
      int close = css.indexOf("*/", open + 2);
      if (close < 0) {
        return text.toString();
      }
      from = close + 2;
    }
    return text.append(css, from, css.length()).toString();
  }

  boolean hide(Element element) {
    if (byWord.isEmpty()) {
      return false;
    }
    Set<String> has = new HashSet<>();
    has.add(element.normalName());
    element.classNames().forEach(name -> has.add("." + name.toLowerCase(Locale.ROOT)));
    Optional.of(element.id())
        .filter(id -> !id.isEmpty())
        .ifPresent(id -> has.add("#" + id.toLowerCase(Locale.ROOT)));
    return has.stream()
        .flatMap(word -> byWord.getOrDefault(word, List.of()).stream())
        .anyMatch(rule -> has.containsAll(rule.words()));
  }
}
