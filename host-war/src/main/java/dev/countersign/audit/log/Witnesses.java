package dev.countersign.audit.log;

import dev.countersign.audit.Finding;
import dev.countersign.audit.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** How far each witness has signed the log, of the checkpoints that were at hand. */
public final class Witnesses {
  private static final long NOTHING = -1;

  private final Map<WitnessKey, Long> signed = new LinkedHashMap<>();
  private final long latest;
  private final Consumer<Finding> findings;

  /**
   * Nobody else's signatures are looked at.
   *
   * @param latest milliseconds since 1970; nobody can have signed later
   */
  public Witnesses(List<WitnessKey> keys, long latest, Consumer<Finding> findings) {
    keys.forEach(key -> signed.put(key, NOTHING));
    this.latest = latest;
    this.findings = findings;
  }

  void look(Checkpoint checkpoint) {
    signed.replaceAll((key, size) -> Math.max(size, signed(key, checkpoint)));
  }

  private long signed(WitnessKey key, Checkpoint checkpoint) {
    return switch (key.signed(checkpoint.note(), latest)) {
      case NOT -> NOTHING;
      case VALID -> checkpoint.size();
      case WRONG -> {
        findings.accept(
            Finding.ofLog(
                Rule.COSIGNATURE_WRONG,
                "The signature of the witness "
                    + key.name()
                    + " under the checkpoint of size "
                    + checkpoint.size()
                    + " does not hold."));
        yield NOTHING;
      }
    };
  }

  /**
   * {@return by the witnesses' keys, how many entries the newest checkpoint had that each signed}
   */
  public Map<String, Long> sizes() {
    Map<String, Long> sizes = new LinkedHashMap<>();
    signed.forEach((key, size) -> sizes.put(key.text(), Math.max(0, size)));
    return sizes;
  }

  /** {@return how many witnesses have signed a checkpoint of this size} */
  public long upTo(long size) {
    return signed.values().stream().filter(reached -> reached == size).count();
  }
}
