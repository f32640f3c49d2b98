package dev.countersign.audit;

/** Is told how far an audit is. */
@FunctionalInterface
public interface Progress {
  void at(long entries, long ofEntries);
}
