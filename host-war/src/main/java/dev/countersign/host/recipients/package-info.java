/** Recipients that an operator knows. An entry releases nothing; it is shown to whoever decides. */
@NullMarked
package dev.countersign.host.recipients;

import org.jspecify.annotations.NullMarked;
