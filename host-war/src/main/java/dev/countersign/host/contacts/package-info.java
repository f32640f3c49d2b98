/** A tenant's address book, which its agents keep. */
@NullMarked
package dev.countersign.host.contacts;

import org.jspecify.annotations.NullMarked;
