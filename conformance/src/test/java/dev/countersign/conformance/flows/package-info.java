/** The main job, from an agent's call to the recipient's mailbox. */
@NullMarked
package dev.countersign.conformance.flows;

import org.jspecify.annotations.NullMarked;
