package dev.countersign.conformance.audit;

import dev.countersign.conformance.kernel.Altered;
import dev.countersign.kernel.Mailbox;
import dev.countersign.kernel.Message;
import dev.countersign.kernel.MessageCall;
import dev.countersign.kernel.Role;
import dev.countersign.kernel.Status;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Writes calls down as allowed that the kernel refuses, and goes on from there. */
final class Liar {
  private Liar() {}

  /** The last entry, which was refused, becomes one that was allowed and ended so. */
  static void allowed(World world, String id, UnaryOperator<Message> after) {
    var last = world.sheets.getLast();
    var next = after.apply(world.message(id));
    last.entry().put("outcome", "ok");
    last.entry().remove("reason");
    last.step().put("after", Spelling.message(next));
    last.entry().put("status", next.status().wire());
    last.entry().put("digest", next.digest().hex());
    last.entry().put("risk", Spelling.riskText(next.risk()));
    world.messages.put(id, next);
  }

  /** The dispatcher begins, whatever the kernel says. */
  static List<Sheet> left(World world, String id) {
    world.call(Role.DISPATCHER, id, new MessageCall.BeginDispatch());
    if (world.sheets.getLast().entry().containsKey("reason")) {
      allowed(world, id, m -> Altered.status(m, Status.SENDING));
    }
    return world.sheets;
  }

  /** The mailbox's last call, which was refused, becomes one that was allowed. */
  static void mailbox(World world, Mailbox after) {
    var last = world.sheets.getLast();
    last.entry().put("outcome", "ok");
    last.entry().remove("reason");
    last.step().put("after", Spelling.mailbox(after));
    world.mailbox = after;
    world.version++;
  }

  /** A key that no kernel makes. */
  static void key(World world, World.Holder by, World.Holder whose, List<String> scopes) {
    var before = world.keys.get(whose.keyId());
    world.revoke(by, whose);
    var last = world.sheets.getLast();
    last.entry().put("action", "patch_key");
    last.entry().put("outcome", "ok");
    last.entry().remove("reason");
    Map<String, Object> call = Spelling.named("patch_key");
    call.put("scopes", scopes);
    last.step().put("call", call);
    Map<String, Object> after = new TreeMap<>(Spelling.key(Objects.requireNonNull(before)));
    after.put("scopes", scopes);
    last.step().put("after", after);
  }
}
