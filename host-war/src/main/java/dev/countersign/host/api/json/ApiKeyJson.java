package dev.countersign.host.api.json;

import dev.countersign.host.keys.KeyRow;
import dev.countersign.kernel.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key without its secret.
 *
 * @param prefix enough to tell keys apart
 * @param holderId whom it speaks for
 */
public record ApiKeyJson(
    String id,
    String name,
    String prefix,
    List<String> scopes,
    String holderId,
    String holderRole,
    String holderName,
    @Nullable String holderEmail,
    String createdAt,
    boolean isActive) {
  public static ApiKeyJson of(KeyRow row) {
    var key = row.key();
    var holder = row.holder();
    return new ApiKeyJson(
        row.id(),
        row.name(),
        row.prefix(),
        key.scopes().set().stream().map(Scope::wire).toList(),
        holder.id(),
        key.holder().role().wire(),
        holder.name(),
        holder.address(),
        Times.iso(row.createdAt()),
        key.live());
  }
}
