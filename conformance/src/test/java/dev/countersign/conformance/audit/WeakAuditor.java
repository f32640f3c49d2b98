package dev.countersign.conformance.audit;

import dev.countersign.audit.Rule;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * An auditor with a planted fault: ours, without some of its checks.
 *
 * @param dropped the rules that it does not look at
 */
record WeakAuditor(Set<Rule> dropped) {

  /** Each rule is dropped once; the plain count of a law together with the kernel beside it. */
  static List<WeakAuditor> all() {
    List<WeakAuditor> all = new ArrayList<>();
    for (Rule rule : Rule.values()) {
      Set<Rule> dropped = EnumSet.of(rule);
      if (rule.compareTo(Rule.KERNEL_DISAGREES) > 0) {
        dropped.add(Rule.KERNEL_DISAGREES);
      }
      all.add(new WeakAuditor(dropped));
    }
    return all;
  }

  /** Would it let pass what the whole auditor finds this in? */
  boolean passes(Set<Rule> found) {
    return !found.isEmpty() && dropped.containsAll(found);
  }

  @Override
  public String toString() {
    return "without " + dropped;
  }
}
