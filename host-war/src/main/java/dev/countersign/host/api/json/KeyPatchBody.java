package dev.countersign.host.api.json;

import dev.countersign.host.platform.ErrorCode;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.platform.Problem;
import dev.countersign.kernel.Scopes;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to change about a key; what is absent stays.
 *
 * @param scopes all that the key is to allow from now on
 */
public record KeyPatchBody(
    @Nullable String name, @Nullable List<String> scopes, @Nullable String approvalCode) {
  public Optional<String> name(Limits limits) {
    if (name == null && scopes == null) {
      throw Problem.of(ErrorCode.MISSING_FIELD, "Nothing to change: give name or scopes.");
    }
    return Fields.line("name", name, limits.value(Limit.NAME_CHARACTERS));
  }

  public Optional<Scopes> wanted() {
    return Optional.ofNullable(scopes).map(NewKeyBody::scopes);
  }
}
