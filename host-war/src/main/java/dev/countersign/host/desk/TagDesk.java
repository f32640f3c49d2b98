package dev.countersign.host.desk;

import dev.countersign.host.ids.EmailId;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.messages.MessageRow;
import dev.countersign.host.messages.Messages;
import dev.countersign.host.messages.Tags;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.storage.Transactions;
import dev.countersign.host.tenants.Tenants;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Oversight;
import dev.countersign.kernel.Refusal;
import dev.countersign.kernel.Sight;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;

/** Tags: what whoever may send keeps beside messages. Nothing leaves by them. */
@ApplicationScoped
public class TagDesk {
  @Inject Transactions transactions;
  @Inject Callers callers;
  @Inject Messages messages;
  @Inject Tags tags;
  @Inject Tenants tenants;
  @Inject Views views;
  @Inject Records records;
  @Inject Limits limits;

  public Decision<SortedMap<String, String>> show(Speaker speaker, EmailId id) {
    return transactions.run(
        () -> {
          tenants.share(speaker.tenantId());
          return records.looked(
              speaker,
              records.entry(speaker, Action.LOOK_AT_TAGS).onNamed(id.toString()),
              Sight.INBOX,
              () -> seen(speaker, id, row -> new Decision.Allowed<>(tags.of(row))));
        });
  }

  /**
   * Sets these and leaves the others as they are.
   *
   * @throws dev.countersign.host.platform.Problem if the message has too many of them then
   */
  public Decision<SortedMap<String, String>> merge(
      Speaker speaker, EmailId id, Map<String, String> wanted) {
    return changed(speaker, id, row -> merged(row, wanted));
  }

  private Decision<SortedMap<String, String>> merged(MessageRow row, Map<String, String> wanted) {
    tags.merge(row, wanted);
    var all = tags.of(row);
    limits.checkCount(Limit.TAGS_COUNT, "tags", all.size());
    return new Decision.Allowed<>(all);
  }

  public Decision<SortedMap<String, String>> remove(Speaker speaker, EmailId id, String key) {
    return changed(
        speaker,
        id,
        row ->
            tags.remove(row, key)
                ? new Decision.Allowed<>(tags.of(row))
                : new Decision.Refused<>(Refusal.NOT_FOUND));
  }

  private <T> Decision<T> changed(
      Speaker speaker, EmailId id, Function<MessageRow, Decision<T>> change) {
    return transactions.run(
        () -> {
          tenants.share(speaker.tenantId());
          return records.annotated(
              speaker,
              records.entry(speaker, Action.SET_TAGS).onNamed(id.toString()),
              () -> seen(speaker, id, change));
        });
  }

  /** What is held back, or erased, has no tags either. */
  private <T> Decision<T> seen(
      Speaker speaker, EmailId id, Function<MessageRow, Decision<T>> then) {
    var caller = callers.of(speaker);
    return messages
        .find(speaker.tenantId(), id)
        .filter(row -> row.erasedAt() == null)
        .filter(row -> Oversight.visible(views.of(row.mailbox()), caller, row.message()))
        .map(then)
        .orElseGet(() -> new Decision.Refused<>(Refusal.NOT_FOUND));
  }
}
