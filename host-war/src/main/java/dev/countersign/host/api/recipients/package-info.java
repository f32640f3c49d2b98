/** Recipients that an operator knows. */
@NullMarked
package dev.countersign.host.api.recipients;

import org.jspecify.annotations.NullMarked;
