package dev.countersign.host.identity;

/** Where it is written down which public keys there are, and since and until when they sign. */
public interface KeyRegister extends KeyLookup {
  /** Takes over the keys of one owner, newest first; no key that was known is missing in them. */
  void record(KeyOwner owner, JwkSet keys);
}
