/** The list of addresses that are not written to. */
@NullMarked
package dev.countersign.host.api.suppression;

import org.jspecify.annotations.NullMarked;
