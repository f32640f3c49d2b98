package dev.countersign.conformance.sequences;

import dev.countersign.kernel.Authority;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Key;
import dev.countersign.kernel.Presented;
import dev.countersign.kernel.Refusal;
import dev.countersign.kernel.Scope;
import dev.countersign.kernel.Scopes;
import java.util.Map;

/**
 * Hands out a key.
 *
 * @param holder the name of a key of whoever is to hold it
 * @param name what the new key is called in these sequences
 */
record Grant(String by, String holder, Scopes scopes, String name) implements Ask {
  @Override
  public String word() {
    return "create_key";
  }

  @Override
  public Request request(World world) {
    return Request.post(
        "/v1/api-keys",
        Map.of(
            "name",
            name,
            "agent_id",
            world.cast.known(holder).holder().id(),
            "scopes",
            scopes.set().stream().map(Scope::wire).toList()));
  }

  @Override
  public Outcome hear(World world, long now, Line line, Made made) {
    var whose = world.cast.known(holder).holder().who();
    var decision =
        Authority.createKey(now, false, world.caller(by), whose, scopes, new Presented.None());
    return switch (decision) {
      case Decision.Refused<Key>(Refusal why) -> Outcome.refused(why, line);
      case Decision.Allowed<Key>(Key key) -> {
        world.keys.put(made.id(), key);
        yield Outcome.fine(201, line.about(made.id()))
            .saying(settled -> Map.of("/holder_id", world.cast.known(holder).holder().id()));
      }
    };
  }

  @Override
  public String toString() {
    return by + " grants " + name + " to " + holder + " " + scopes.set();
  }
}
