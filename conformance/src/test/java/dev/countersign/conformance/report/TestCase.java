package dev.countersign.conformance.report;

import dev.countersign.host.proofs.ProofReport.State;

/**
 * One test as it ended.
 *
 * @param suite the folder of results that it is in
 * @param state {@code MISSING} if it was skipped
 * @param tries how often a property was tried; 1 for any other test
 * @param seed of a property, or an empty text
 */
record TestCase(
    String suite,
    String type,
    String method,
    State state,
    double seconds,
    long tries,
    String seed,
    String message) {
  boolean is(String wantedType, String wantedMethod) {
    // jqwik shows the underscores of a method's name as spaces.
    return type.equals(wantedType) && method.replace(' ', '_').equals(wantedMethod);
  }
}
