/** What was proved and tried of the very program that runs, and how to tell that it is the same. */
@NullMarked
package dev.countersign.host.proofs;

import org.jspecify.annotations.NullMarked;
