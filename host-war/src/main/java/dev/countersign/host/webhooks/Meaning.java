package dev.countersign.host.webhooks;

import dev.countersign.host.ledger.LedgerRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an entry of the ledger means to subscribers: at most two events of messages, then the entry
 * itself. It goes by what is on record and asks nobody: the kernel decided when it was written.
 */
final class Meaning {
  private static final String OK = "ok";
  private static final Set<String> HOLDING = Set.of("scan_result", "release", "receive");
  private static final Set<String> ENDING =
      Set.of("failed", "deferred", "unreachable", "settle", "report");

  private Meaning() {}

  /** {@return the events in the order in which they are delivered} */
  static List<EventType> of(LedgerRow entry) {
    List<EventType> events = new ArrayList<>();
    if (entry.outcome().equals(OK) && entry.status() != null) {
      events.addAll(ofMessage(entry.action(), entry.status()));
    }
    events.add(EventType.LEDGER_ENTRY);
    return events;
  }

  private static List<EventType> ofMessage(String action, @Nullable String status) {
    var is = String.valueOf(status);
    if (is.startsWith("pending_") && is.endsWith("_approval")) {
      return HOLDING.contains(action) ? List.of(EventType.OVERSIGHT_PENDING) : List.of();
    }
    return switch (action) {
      case "receive" -> List.of(EventType.MESSAGE_RECEIVED);
      case "approve" ->
          is.equals("unread")
              ? List.of(EventType.OVERSIGHT_APPROVED, EventType.MESSAGE_RECEIVED)
              : List.of(EventType.OVERSIGHT_APPROVED);
      case "reject" -> List.of(EventType.OVERSIGHT_REJECTED);
      case "accepted" -> List.of(EventType.MESSAGE_SENT);
      case "bounce" -> List.of(EventType.MESSAGE_BOUNCED);
      case "complain" -> List.of(EventType.MESSAGE_COMPLAINED);
      default -> ENDING.contains(action) ? ofEnd(action, is) : List.of();
    };
  }

  private static List<EventType> ofEnd(String action, String status) {
    return switch (status) {
      case "sent" ->
          List.of(action.equals("report") ? EventType.MESSAGE_DELIVERED : EventType.MESSAGE_SENT);
      case "send_failed" -> List.of(EventType.MESSAGE_BOUNCED);
      default -> List.of();
    };
  }
}
