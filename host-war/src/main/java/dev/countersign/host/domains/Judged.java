package dev.countersign.host.domains;

import dev.countersign.kernel.Risk;

/**
 * One domain with its risk.
 *
 * @param complete every source had answered, or had said that it will not
 */
public record Judged(Risk risk, Report report, boolean complete) {}
