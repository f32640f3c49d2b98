/** Identity headers, checked by independent verifiers. */
@NullMarked
package dev.countersign.host.identity;

import org.jspecify.annotations.NullMarked;
