package dev.countersign.host.api.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of messages, newest first.
 *
 * @param cursor asks for the next page; null at the end
 */
public record EmailList<T>(List<T> emails, @Nullable String cursor) {}
