package dev.countersign.host.messages;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A part of a list.
 *
 * @param cursor the id after which the next part begins, empty at the end
 */
public record MailPage(List<MessageRow> rows, Optional<String> cursor) {
  /** From one row more than fits, which tells that there is a next page. */
  static MailPage of(List<MessageRow> oneMore, int limit) {
    if (oneMore.size() <= limit) {
      return new MailPage(oneMore, Optional.empty());
    }
    return new MailPage(oneMore.subList(0, limit), Optional.of(oneMore.get(limit - 1).id()));
  }

  /** The same page with fewer rows: its cursor stays where the page ended. */
  public MailPage showing(Predicate<MessageRow> visible) {
    return new MailPage(rows.stream().filter(visible).toList(), cursor);
  }
}
