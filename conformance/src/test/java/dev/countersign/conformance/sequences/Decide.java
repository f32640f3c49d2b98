package dev.countersign.conformance.sequences;

import dev.countersign.kernel.Digest;
import dev.countersign.kernel.Message;
import dev.countersign.kernel.MessageCall;
import dev.countersign.kernel.Oversight;
import dev.countersign.kernel.Status;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Approves or rejects a message. */
record Decide(String by, String message, boolean approve, Shown shown) implements Ask {
  /** Which content the person says to have seen. */
  enum Shown {
    NOTHING,
    THIS,
    ANOTHER
  }

  private static final Digest OTHER = new Digest(1, 2, 3, 4);

  @Override
  public String word() {
    return "decide";
  }

  private Digest digest(World world) {
    var there = world.messages.get(message);
    return shown == Shown.ANOTHER || there == null ? OTHER : there.digest();
  }

  @Override
  public Request request(World world) {
    var body = new HashMap<String, String>();
    boolean founding = shown == Shown.NOTHING;
    body.put(founding ? "message_id" : "email_id", message);
    body.put(founding ? "decision" : "action", approve ? "approve" : "reject");
    if (!founding) {
      body.put("digest", digest(world).hex());
    }
    return Request.post(founding ? "/decide_email" : "/v1/oversight/decide", body);
  }

  @Override
  public Outcome hear(World world, long now, Line line, Made made) {
    var call =
        approve ? new MessageCall.Approve(digest(world)) : (MessageCall) new MessageCall.Reject();
    var outcome = Hearing.message(world, by, now, line, message, call);
    return outcome.code() == null ? outcome.saying(settled -> told(settled, now)) : outcome;
  }

  private Map<String, String> told(World settled, long now) {
    Message after = Objects.requireNonNull(settled.messages.get(message));
    var view = settled.view(settled.boxOf(message), now);
    return Map.of(
        "/status",
        word(after.status()),
        "/message_status",
        after.status().wire(),
        "/approvals",
        Integer.toString(Oversight.approved(after)),
        "/required_approvals",
        Integer.toString(Oversight.needed(view, after)));
  }

  private static String word(Status status) {
    return switch (status) {
      case SENT -> "approved_and_sent";
      case REJECTED -> "rejected";
      default -> "approved";
    };
  }

  @Override
  public String toString() {
    return by + (approve ? " approves " : " rejects ") + message + ", shown " + shown;
  }
}
