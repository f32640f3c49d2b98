/** What accounts use up. */
@NullMarked
package dev.countersign.host.api.account;

import org.jspecify.annotations.NullMarked;
