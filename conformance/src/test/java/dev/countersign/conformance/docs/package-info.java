/** What the documents tell people to type does what they say. */
@NullMarked
package dev.countersign.conformance.docs;

import org.jspecify.annotations.NullMarked;
