package dev.countersign.host.api.json;

/** What became of the thing with this id. */
public record StatusAnswer(String id, String status) {}
