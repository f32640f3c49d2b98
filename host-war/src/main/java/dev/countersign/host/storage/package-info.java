/** The database: where it is, its schema, and transactions on it. */
@NullMarked
package dev.countersign.host.storage;

import org.jspecify.annotations.NullMarked;
