package dev.countersign.conformance.simulation;

/**
 * What is wrong on purpose.
 *
 * @param versionsIgnored a row that has moved is overwritten
 * @param settingsMayChange a call does not keep others from changing what it goes by
 * @param writesLate a commit is answered before it is written, so that a crash may lose it
 * @param kernelSkipped a dispatch begins without the kernel's leave
 */
record Faults(
    boolean versionsIgnored, boolean settingsMayChange, boolean writesLate, boolean kernelSkipped) {
  static final Faults NONE = new Faults(false, false, false, false);
}
