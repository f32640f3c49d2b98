package dev.countersign.host.api.json;

import dev.countersign.kernel.Mode;
import org.jspecify.annotations.Nullable;

/** The looser mode that somebody asks for. */
public record UpgradeBody(@Nullable String targetMode) {
  public Mode target() {
    return Fields.word("target_mode", targetMode, Mode::ofWire)
        .orElseThrow(() -> Fields.missing("target_mode"));
  }
}
