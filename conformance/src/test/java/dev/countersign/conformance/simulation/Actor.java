package dev.countersign.conformance.simulation;

import org.jspecify.annotations.Nullable;

/** One thread of a node: its requests, its pump, or a person at a browser. */
final class Actor {
  final String name;
  final int node;
  final Thread thread;
  volatile boolean doomed;
  @Nullable Session session;

  /** Answered as committed, and not written yet. */
  @Nullable Session late;

  boolean waiting;

  Actor(String name, int node, Baton baton, Runnable life) {
    this.name = name;
    this.node = node;
    this.thread = Thread.ofVirtual().unstarted(() -> baton.live(this, life));
  }
}
