package dev.countersign.conformance.identity;

/** A signed message after somebody did something to it. */
record Mutation(String what, Wire wire) {}
