/** The approver's page in a real browser: it can be used, and what strangers write does nothing. */
@NullMarked
package dev.countersign.conformance.approvals;

import org.jspecify.annotations.NullMarked;
