package dev.countersign.conformance.running;

/**
 * Claims about a running product. They are interfaces so that one deployment serves them all: a
 * server takes longer to start than all of them to be tried.
 */
public interface OnProduct {
  Product product();
}
