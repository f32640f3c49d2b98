/** The file that a server exports: a header, the entries, and what was detached from them. */
@NullMarked
package dev.countersign.audit.export;

import org.jspecify.annotations.NullMarked;
