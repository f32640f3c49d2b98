/** What the entries tell of oversight: the kernel asked again, and a plain count beside it. */
@NullMarked
package dev.countersign.audit.oversight;

import org.jspecify.annotations.NullMarked;
