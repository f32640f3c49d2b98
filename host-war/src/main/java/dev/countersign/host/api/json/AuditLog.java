package dev.countersign.host.api.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the record, newest first.
 *
 * @param cursor asks for the next page; null at the end
 */
public record AuditLog(List<AuditEntry> entries, @Nullable String cursor) {}
