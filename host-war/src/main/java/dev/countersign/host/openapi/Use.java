package dev.countersign.host.openapi;

/** Which way a value goes: what is optional differs. */
enum Use {
  /** In a request, whatever may be null may be left out. */
  REQUEST,
  /** In an answer, every member is there, null or not, unless its type says otherwise. */
  ANSWER
}
