package dev.countersign.host.ledger;

import dev.countersign.host.ids.LedgerEntryId;
import dev.countersign.host.ids.MailboxId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which entries somebody wants to see.
 *
 * @param from milliseconds since 1970, included
 * @param to likewise, not included
 * @param actor a principal's id, or the name of a part of the server
 * @param key the credential that was presented
 * @param object what was acted on, by an id that was minted here
 * @param outcome {@code ok} or {@code refused}
 */
public record LedgerFilter(
    Optional<Long> from,
    Optional<Long> to,
    Optional<String> actor,
    Optional<String> key,
    Optional<MailboxId> mailbox,
    Optional<String> action,
    Optional<String> object,
    Optional<String> outcome) {
  // An id is minted when its entry is written, a moment after the time that the entry tells.
  private static final long APART = Duration.ofDays(1).toMillis();

  public static final LedgerFilter ALL = since(0);

  /** Everything from this time on, in milliseconds since 1970. */
  public static LedgerFilter since(long time) {
    Optional<String> any = Optional.empty();
    return new LedgerFilter(
        Optional.of(time).filter(from -> from > 0),
        Optional.empty(),
        any,
        any,
        Optional.empty(),
        any,
        any,
        any);
  }

  /** A condition in JPQL on the entry {@code e}, and its parameters. */
  record Condition(String text, Map<String, Object> parameters) {}

  Condition condition() {
    var text = new StringBuilder("e.tenantId = :tenant");
    var parameters = new LinkedHashMap<String, Object>();
    from.ifPresent(
        time -> {
          // By the id too: that is what there is an index of.
          text.append(" AND e.at >= :from AND e.id >= :earliest");
          parameters.put("from", time);
          parameters.put("earliest", LedgerEntryId.earliest(time - APART).toString());
        });
    to.ifPresent(
        time -> {
          text.append(" AND e.at < :to AND e.id < :latest");
          parameters.put("to", time);
          parameters.put("latest", LedgerEntryId.earliest(time + APART).toString());
        });
    equal(text, parameters, "actorId", actor);
    equal(text, parameters, "keyId", key);
    equal(text, parameters, "mailboxId", mailbox.map(MailboxId::toString));
    equal(text, parameters, "action", action);
    equal(text, parameters, "objectId", object);
    equal(text, parameters, "outcome", outcome);
    return new Condition(text.toString(), parameters);
  }

  private static void equal(
      StringBuilder text, Map<String, Object> parameters, String column, Optional<String> value) {
    value.ifPresent(
        wanted -> {
          text.append(" AND e.").append(column).append(" = :").append(column);
          parameters.put(column, wanted);
        });
  }
}
