/** Does the score of domains separate good from bad, over a labelled set. */
@NullMarked
package dev.countersign.conformance.domains;

import org.jspecify.annotations.NullMarked;
