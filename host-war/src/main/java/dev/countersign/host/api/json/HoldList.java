package dev.countersign.host.api.json;

import java.util.List;

/** Legal holds, newest first, lifted ones too. */
public record HoldList(List<HoldJson> holds) {}
