/**
 * Reports about mail that went out: bounces, receipts and complaints, read and not believed yet.
 */
@NullMarked
package dev.countersign.host.inbound.reports;

import org.jspecify.annotations.NullMarked;
