package dev.countersign.conformance.sequences;

import dev.countersign.kernel.MessageCall;
import java.util.Map;
import java.util.Objects;

/** Reads a message. */
record Read(String by, String message) implements Ask {
  @Override
  public String word() {
    return "read";
  }

  @Override
  public Request request(World world) {
    return Request.get("/v1/emails/" + message);
  }

  @Override
  public Outcome hear(World world, long now, Line line, Made made) {
    var outcome = Hearing.message(world, by, now, line, message, new MessageCall.Read());
    if (outcome.code() != null) {
      return outcome;
    }
    var m = Objects.requireNonNull(world.messages.get(message));
    return outcome.saying(
        settled ->
            Map.of(
                "/id", message,
                "/status", m.status().wire(),
                "/digest", m.digest().hex(),
                "/oversight_mode", m.modeAtSubmission().wire(),
                "/approvals", Integer.toString(m.approvals().size())));
  }

  @Override
  public String toString() {
    return by + " reads " + message;
  }
}
