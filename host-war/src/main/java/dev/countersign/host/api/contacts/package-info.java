/** The address book. */
@NullMarked
package dev.countersign.host.api.contacts;

import org.jspecify.annotations.NullMarked;
