package dev.countersign.host.api.json;

import org.jspecify.annotations.Nullable;

/** One person's approval of the present content. */
public record ApprovalJson(
    String personId, String name, @Nullable String email, String note, String approvedAt) {}
