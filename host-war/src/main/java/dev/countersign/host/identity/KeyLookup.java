package dev.countersign.host.identity;

/** Finds the public keys that an owner ever published; an unknown owner has none. */
@FunctionalInterface
public interface KeyLookup {
  JwkSet keys(KeyOwner owner);
}
