/** The names that things carry outside: a kind and a ULID. */
@NullMarked
package dev.countersign.host.ids;

import org.jspecify.annotations.NullMarked;
