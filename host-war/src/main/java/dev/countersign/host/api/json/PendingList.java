package dev.countersign.host.api.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The approver's queue, oldest first, under every name that clients look for it.
 *
 * @param total how many there are, on all pages
 */
public record PendingList(
    long total,
    List<PendingItem> items,
    List<PendingItem> emails,
    List<PendingItem> pending,
    @Nullable String cursor) {
  public static PendingList of(long total, List<PendingItem> items, @Nullable String cursor) {
    return new PendingList(total, items, items, items, cursor);
  }
}
