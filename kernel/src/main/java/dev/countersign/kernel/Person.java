package dev.countersign.kernel;

/** A person who may decide; whoever controls the address can act as that person. */
public record Person(String address, Principal setBy) {}
