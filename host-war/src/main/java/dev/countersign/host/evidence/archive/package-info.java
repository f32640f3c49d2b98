/** The package as a file: how it is written and signed, and how anybody checks it. */
@NullMarked
package dev.countersign.host.evidence.archive;

import org.jspecify.annotations.NullMarked;
