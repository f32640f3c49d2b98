package dev.countersign.audit;

/** Takes what is wrong with one entry. */
@FunctionalInterface
public interface Findings {
  void add(Rule rule, String what);
}
