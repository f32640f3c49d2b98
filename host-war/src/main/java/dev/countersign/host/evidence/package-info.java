/** The evaluation package: what a security officer reads before agents may send mail. */
@NullMarked
package dev.countersign.host.evidence;

import org.jspecify.annotations.NullMarked;
