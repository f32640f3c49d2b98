package dev.countersign.host.api.json;

import dev.countersign.host.ids.MailboxId;
import dev.countersign.host.ledger.Members;
import dev.countersign.host.webhooks.EntryFormat;
import dev.countersign.host.webhooks.EventType;
import dev.countersign.host.webhooks.LogPlace;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as somebody asks for it.
 *
 * @param from as {@link ReplayBody}'s; without one, what happens from now on
 */
@Schema(
    requiredProperties = {"url", "events"},
    example =
        "{\"url\": \"https://siem.example.org/countersign\", \"events\": [\"oversight.pending\"]}")
public record NewWebhookBody(
    @Nullable String url,
    @Nullable List<@Nullable String> events,
    @Nullable String mailboxId,
    @Nullable String format,
    @Nullable Object from,
    @Nullable String approvalCode) {
  public String destination() {
    return Fields.required("url", url);
  }

  public Set<EventType> wanted() {
    if (events == null || events.isEmpty()) {
      throw Fields.missing("events");
    }
    var wanted = EnumSet.noneOf(EventType.class);
    for (int i = 0; i < events.size(); i++) {
      var field = "events[" + i + "]";
      var word = Fields.word(field, events.get(i), EventType::ofWire);
      wanted.add(word.orElseThrow(() -> Fields.missing(field)));
    }
    return wanted;
  }

  public Optional<MailboxId> mailbox() {
    return Fields.word("mailbox_id", mailboxId, MailboxId::parse);
  }

  public EntryFormat entries() {
    return Fields.word("format", format, EntryFormat::ofWire).orElse(EntryFormat.PLAIN);
  }

  /** All that is asked for. */
  public Members exactly() {
    return new Members()
        .with("url", destination())
        .with("events", wanted().stream().map(EventType::wire).sorted().toList())
        .with("mailbox_id", mailbox().map(MailboxId::toString).orElse(null))
        .with("format", entries().wire())
        .with("from", from == null ? null : from.toString());
  }

  public LogPlace begin() {
    return ReplayBody.place(from).orElse(new LogPlace.End());
  }
}
