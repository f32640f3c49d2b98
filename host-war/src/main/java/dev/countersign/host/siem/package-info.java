/** The ledger in the forms that other programs take: OCSF for SIEMs, CSV for tables. */
@NullMarked
package dev.countersign.host.siem;

import org.jspecify.annotations.NullMarked;
