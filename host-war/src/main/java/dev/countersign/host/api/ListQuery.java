package dev.countersign.host.api;

import dev.countersign.host.api.json.Fields;
import dev.countersign.host.ids.EmailId;
import dev.countersign.host.messages.MailQuery;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.kernel.Direction;
import dev.countersign.kernel.Status;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The query of a list of messages, read into types. */
final class ListQuery {
  private ListQuery() {}

  static MailQuery of(MultivaluedMap<String, String> query, Limits limits) {
    long longest = limits.value(Limit.SUBJECT_CHARACTERS);
    return new MailQuery(
        Fields.word("status", query.getFirst("status"), Status::ofWire),
        Fields.word("direction", query.getFirst("direction"), Direction::ofWire),
        Fields.line("sender", query.getFirst("sender"), longest),
        Fields.line("subject_contains", query.getFirst("subject_contains"), longest),
        time("date_after", query),
        time("date_before", query),
        Fields.word("has_attachments", query.getFirst("has_attachments"), ListQuery::yesOrNo),
        id("since_id", query.getFirst("since_id")),
        cursor(query.getFirst("cursor")),
        limits.page(query.getFirst("limit")));
  }

  static Optional<EmailId> cursor(@Nullable String text) {
    return id("cursor", text);
  }

  private static Optional<EmailId> id(String field, @Nullable String text) {
    return Fields.word(field, text, EmailId::parse);
  }

  private static Optional<Long> time(String field, MultivaluedMap<String, String> query) {
    return Fields.optional(query.getFirst(field)).map(text -> Fields.dateOrTime(field, text));
  }

  private static Optional<Boolean> yesOrNo(String word) {
    return switch (word) {
      case "true", "1" -> Optional.of(true);
      case "false", "0" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
