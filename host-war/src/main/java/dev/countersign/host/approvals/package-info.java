/** The approver's page: static files that use the API like any other client. */
@NullMarked
package dev.countersign.host.approvals;

import org.jspecify.annotations.NullMarked;
