package dev.countersign.conformance.mutants;

/**
 * A small change to the kernel's bytecode.
 *
 * @param name where and what, such as {@code core.Approvals.count: changed conditional boundary, 2
 *     of 3}; without line numbers, which move
 * @param line where it was, for whoever reads the failure
 * @param status what the tests made of it, in PIT's words
 */
record Mutant(String name, String line, String status) {
  boolean noticed() {
    return switch (status) {
      case "KILLED", "TIMED_OUT", "MEMORY_ERROR", "NON_VIABLE" -> true;
      case "SURVIVED", "NO_COVERAGE" -> false;
      default -> throw new IllegalStateException(name + " ended with " + status);
    };
  }
}
