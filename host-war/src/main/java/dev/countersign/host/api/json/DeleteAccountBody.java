package dev.countersign.host.api.json;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What comes with the second call to delete an account.
 *
 * @param approvalCode as it was mailed to the overseer
 */
public record DeleteAccountBody(@Nullable String approvalCode) {
  private static final int CODE_CHARACTERS = 16;

  public Optional<String> code() {
    return Fields.line("approval_code", approvalCode, CODE_CHARACTERS);
  }
}
