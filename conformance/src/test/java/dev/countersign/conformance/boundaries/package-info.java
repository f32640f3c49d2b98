/** The walls between the rooms: who may depend on whom, and who may decide. */
@NullMarked
package dev.countersign.conformance.boundaries;

import org.jspecify.annotations.NullMarked;
