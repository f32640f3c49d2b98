package dev.countersign.conformance.sequences;

import dev.countersign.kernel.Authority;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Key;
import dev.countersign.kernel.Presented;
import dev.countersign.kernel.Refusal;
import java.util.Map;

/** Takes a key back. */
record Revoke(String by, String name) implements Ask {
  @Override
  public String word() {
    return "revoke_key";
  }

  @Override
  public Request request(World world) {
    return Request.delete("/v1/api-keys/" + world.cast.known(name).id());
  }

  @Override
  public Outcome hear(World world, long now, Line line, Made made) {
    var id = world.cast.known(name).id();
    var named = line.about(id);
    var decision =
        Authority.revokeKey(now, world.key(id), 0, world.caller(by), new Presented.None());
    return switch (decision) {
      case Decision.Refused<Key>(Refusal why) -> Outcome.refused(why, named);
      case Decision.Allowed<Key>(Key next) -> {
        world.keys.put(id, next);
        yield Outcome.fine(200, named).saying(settled -> Map.of("/status", "revoked"));
      }
    };
  }

  @Override
  public String toString() {
    return by + " revokes " + name;
  }
}
