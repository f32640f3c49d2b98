package dev.countersign.conformance.sequences;

import dev.countersign.kernel.Authority;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Refusal;
import dev.countersign.kernel.TenantCall;
import java.util.Map;

/** Stops the whole tenant, or lifts that stop. */
record StopAll(String by, TenantCall call) implements Ask {
  @Override
  public String word() {
    return Words.of(call);
  }

  @Override
  public Request request(World world) {
    return Request.post("/v1/account/" + word().replace("_all", ""), Map.of());
  }

  @Override
  public Outcome hear(World world, long now, Line line, Made made) {
    var named = line.about(world.cast.tenant());
    return switch (Authority.tenant(world.suspended, world.caller(by), call)) {
      case Decision.Refused<Boolean>(Refusal why) -> Outcome.refused(why, named);
      case Decision.Allowed<Boolean>(Boolean next) -> {
        world.suspended = next;
        yield Outcome.fine(200, named)
            .saying(settled -> Map.of("/sending_disabled", next.toString()));
      }
    };
  }

  @Override
  public String toString() {
    return by + ": " + word();
  }
}
