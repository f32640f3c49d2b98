package dev.countersign.host.api;

import dev.countersign.host.api.json.Fields;
import dev.countersign.host.ids.EmailId;
import dev.countersign.host.ids.KeyId;
import dev.countersign.host.ids.MailboxId;
import dev.countersign.host.ledger.LedgerFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The filters of a query for ledger entries, read into types. */
final class LedgerQuery {
  private static final Pattern ACTION = Pattern.compile("[a-z][a-z_]{0,39}");
  private static final Pattern ID = Pattern.compile("[a-z]{2,10}_[0-9A-HJKMNP-TV-Z]{26}");
  private static final Pattern ACTOR = Pattern.compile(ID.pattern() + "|[a-z][a-z_]{0,39}");

  private LedgerQuery() {}

  static LedgerFilter of(MultivaluedMap<String, String> query) {
    var actor = text("actor", query.getFirst("actor"), ACTOR);
    var key = actor.filter(id -> KeyId.parse(id).isPresent());
    var filter =
        new LedgerFilter(
            time("from", query),
            time("to", query),
            actor.filter(id -> key.isEmpty()),
            key,
            Fields.word("mailbox", query.getFirst("mailbox"), MailboxId::parse),
            text("action", query.getFirst("action"), ACTION),
            object(query),
            Fields.word("outcome", query.getFirst("outcome"), LedgerQuery::outcome));
    if (filter.from().isPresent()
        && filter.to().isPresent()
        && filter.from().get() > filter.to().get()) {
      throw Fields.invalid("to", "to must not be before from.");
    }
    return filter;
  }

  /** A message has two spellings of its id, and entries know it by the first. */
  private static Optional<String> object(MultivaluedMap<String, String> query) {
    var message =
        Fields.word("message", query.getFirst("message"), EmailId::parse).map(EmailId::toString);
    var object = text("object", query.getFirst("object"), ID);
    return Fields.either("message", orNull(message), "object", orNull(object));
  }

  private static @Nullable String orNull(Optional<String> value) {
    return value.orElse(null);
  }

  private static Optional<Long> time(String field, MultivaluedMap<String, String> query) {
    return Fields.optional(query.getFirst(field)).map(text -> Fields.dateOrTime(field, text));
  }

  private static Optional<String> text(String field, @Nullable String given, Pattern form) {
    return Fields.word(
        field, given, text -> Optional.of(text).filter(word -> form.matcher(word).matches()));
  }

  private static Optional<String> outcome(String word) {
    return Optional.of(word).filter(known -> known.equals("ok") || known.equals("refused"));
  }
}
