/** DKIM signatures, seen by a verifier that is not ours. */
@NullMarked
package dev.countersign.host.dkim;

import org.jspecify.annotations.NullMarked;
