/** Resources that are described badly, for the checks to find. */
@NullMarked
package dev.countersign.conformance.api.planted;

import org.jspecify.annotations.NullMarked;
