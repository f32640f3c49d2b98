/** The public signing keys as rows, and their copies in files. */
@NullMarked
package dev.countersign.host.signing;

import org.jspecify.annotations.NullMarked;
