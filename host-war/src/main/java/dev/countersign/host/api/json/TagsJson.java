package dev.countersign.host.api.json;

import java.util.SortedMap;

/** A message's tags after the call. */
public record TagsJson(SortedMap<String, String> tags) {}
