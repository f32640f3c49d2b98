package dev.countersign.host.webhooks;

import dev.countersign.host.ids.EmailId;
import dev.countersign.host.ledger.Ledger;
import dev.countersign.host.ledger.LedgerRow;
import dev.countersign.host.ledger.PayloadRow;
import dev.countersign.host.messages.MessageRow;
import dev.countersign.host.messages.Messages;
import dev.countersign.host.platform.Json;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.siem.OcsfEvent;
import dev.countersign.host.tenants.Tenants;
import dev.countersign.kernel.Caller;
import dev.countersign.kernel.Oversight;
import dev.countersign.kernel.Role;
import dev.countersign.kernel.View;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a sink is sent about an event. */
@ApplicationScoped
public class Bodies {
  // RFC 5321, section 4.2, and the finer code of RFC 3463 where the server gave one.
  private static final Pattern REPLY =
      Pattern.compile("^(?:([245]\\d\\d)(?:[ -]|$))?([245]\\.\\d+\\.\\d+)?");

  @Inject Messages messages;
  @Inject Ledger ledger;
  @Inject Tenants tenants;
  @Inject Limits limits;
  @Inject InstantSource time;

  /** The body as JSON; over the limit, only what names the event is left. */
  byte[] of(WebhookRow webhook, Event event) {
    var entry = event.entry();
    if (event.type() == EventType.LEDGER_ENTRY && webhook.format() == EntryFormat.OCSF) {
      return Json.bytes(OcsfEvent.of(entry, written(entry)));
    }
    var body = named(webhook, event);
    byte[] full = Json.bytes(with(body, about(event)));
    return full.length <= limits.value(Limit.WEBHOOK_BODY_BYTES)
        ? full
        : Json.bytes(with(body, Map.of("truncated", true)));
  }

  private static Map<String, Object> with(Map<String, Object> body, Map<String, ?> more) {
    var all = new LinkedHashMap<>(body);
    all.putAll(more);
    return all;
  }

  private static Map<String, Object> named(WebhookRow webhook, Event event) {
    var entry = event.entry();
    var body = new LinkedHashMap<String, Object>();
    body.put("id", event.id());
    body.put("event_type", event.type().wire());
    body.put("timestamp", Instant.ofEpochMilli(entry.at()).toString());
    body.put("webhook_id", webhook.id());
    body.put("entry_id", entry.id());
    body.put("position", event.logIndex());
    put(body, "mailbox_id", entry.mailboxId());
    message(entry)
        .ifPresent(
            id -> {
              // Clients know the id by either name.
              body.put("message_id", id.toString());
              body.put("email_id", id.toString());
            });
    return body;
  }

  private Map<String, Object> about(Event event) {
    var more = new LinkedHashMap<String, Object>();
    if (event.type() == EventType.LEDGER_ENTRY) {
      signed(event.entry(), more);
    }
    message(event.entry())
        .flatMap(messages::find)
        .ifPresent(
            row -> {
              more.put("mailbox", row.mailbox().address());
              more.put("thread_id", row.threadId());
              put(more, "status", event.entry().status());
              written(event.type(), row, more);
            });
    return more;
  }

  /** The entry in the ledger's own published form, and the very text that was signed. */
  private void signed(LedgerRow entry, Map<String, Object> more) {
    var leaf = entry.leaf();
    if (leaf != null) {
      put(more, "entry", Json.object(leaf).get("entry"));
      more.put("leaf", leaf);
    }
    var written = written(entry);
    if (!written.isEmpty()) {
      more.put("detached", written);
    }
  }

  private Map<String, Object> written(LedgerRow entry) {
    return ledger.payload(entry).map(PayloadRow::members).orElse(Map.of());
  }

  private void written(EventType type, MessageRow row, Map<String, Object> more) {
    switch (type) {
      case MESSAGE_RECEIVED -> received(row, more);
      case MESSAGE_BOUNCED -> bounced(row.serverReply(), more);
      case MESSAGE_SENT,
          MESSAGE_DELIVERED,
          MESSAGE_COMPLAINED,
          OVERSIGHT_PENDING,
          OVERSIGHT_APPROVED,
          OVERSIGHT_REJECTED,
          LEDGER_ENTRY -> {}
    }
  }

  /** Whoever reads webhooks may be an agent: what only those see who decide is not told. */
  private void received(MessageRow row, Map<String, Object> more) {
    boolean suspended = tenants.tenant(row.tenantId()).suspended();
    var view = View.of(time.millis(), row.mailbox().mailbox(), suspended);
    if (Oversight.visible(view, Caller.system(Role.DISPATCHER), row.message())) {
      var content = row.draft(List.of());
      more.put("from", content.from().toString());
      more.put("subject", content.subject());
    }
  }

  private static void bounced(@Nullable String reply, Map<String, Object> more) {
    var found = REPLY.matcher(String.valueOf(reply));
    if (found.find()) {
      put(more, "bounce_code", found.group(2) == null ? found.group(1) : found.group(2));
    }
    put(more, "diagnostic", reply);
  }

  private static Optional<EmailId> message(LedgerRow entry) {
    return Optional.ofNullable(entry.objectId())
        .filter(object -> object.startsWith("em_"))
        .flatMap(EmailId::parse);
  }

  private static void put(Map<String, Object> body, String name, @Nullable Object value) {
    if (value != null) {
      body.put(name, value);
    }
  }
}
