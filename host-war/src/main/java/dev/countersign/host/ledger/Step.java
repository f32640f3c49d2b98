package dev.countersign.host.ledger;

import java.util.SortedMap;

/**
 * A call as it was put to the kernel, with what it was about before and after, so that an auditor
 * can put it again. Only numbers, words and digests stand here.
 */
public record Step(SortedMap<String, Object> members) {}
