package dev.countersign.host.transparency.store;

import dev.countersign.host.ids.TenantId;
import java.util.Optional;

/**
 * A log: a tenant's, or the server's own for entries of no tenant.
 *
 * @param value as entries name their tenant
 */
public record LogId(String value) {
  public static final LogId SERVER = new LogId("server");

  public static LogId of(TenantId tenant) {
    return new LogId(tenant.toString());
  }

  /** {@return empty unless a log can be called so} */
  public static Optional<LogId> parse(String text) {
    return text.equals(SERVER.value)
        ? Optional.of(SERVER)
        : TenantId.parse(text).filter(id -> id.toString().equals(text)).map(LogId::of);
  }

  @Override
  public String toString() {
    return value;
  }
}
