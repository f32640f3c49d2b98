package dev.countersign.host.api.json;

import org.jspecify.annotations.Nullable;

/** The code that an operator passed on. */
public record CodeBody(@Nullable String code) {
  private static final int CODE_CHARACTERS = 16;

  public String given() {
    return Fields.line("code", code, CODE_CHARACTERS).orElseThrow(() -> Fields.missing("code"));
  }
}
