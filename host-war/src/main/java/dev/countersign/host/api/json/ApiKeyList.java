package dev.countersign.host.api.json;

import java.util.List;

/** A tenant's keys, revoked ones too. */
public record ApiKeyList(List<ApiKeyJson> apiKeys) {}
