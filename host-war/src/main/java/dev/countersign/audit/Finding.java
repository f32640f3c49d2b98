package dev.countersign.audit;

import java.util.Optional;

/**
 * Something that should not be.
 *
 * @param index of the entry, from 0; empty for the log as a whole
 * @param entry its id, where it can be read
 * @param law broken by it, by the name in the claims
 * @param what was found, in a sentence
 */
public record Finding(
    Rule rule, Optional<Long> index, Optional<String> entry, Optional<String> law, String what) {

  public static Finding ofLog(Rule rule, String what) {
    return new Finding(rule, Optional.empty(), Optional.empty(), rule.law(), what);
  }

  public static Finding of(Rule rule, long index, Optional<String> entry, String what) {
    return new Finding(rule, Optional.of(index), entry, rule.law(), what);
  }

  public Finding breaking(Optional<String> broken) {
    return new Finding(rule, index, entry, broken, what);
  }
}
