package dev.countersign.conformance.sequences;

/**
 * A ledger entry with its place in the ledger.
 *
 * @param request the id of the call that left it, {@code job_} and a message's id for the server's
 *     own work
 */
record Entry(String id, String request, Line line) {
  boolean isOwnWork() {
    return request.startsWith("job_");
  }
}
