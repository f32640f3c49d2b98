package dev.countersign.conformance.audit;

import dev.countersign.audit.Rule;
import java.util.List;
import java.util.function.Function;

/**
 * A log in which everything is signed by whom it names and the tree is right, but something did not
 * happen as the kernel says.
 *
 * @param broken what the auditor must find, among whatever else follows from it
 */
record Lie(String what, Rule broken, Function<World, List<Sheet>> told) {
  @Override
  public String toString() {
    return what;
  }

  WrittenLog log() {
    return WrittenLog.of(told.apply(new World()));
  }
}
