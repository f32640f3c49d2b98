/** Mailboxes and the policy in force on each. */
@NullMarked
package dev.countersign.host.mailboxes;

import org.jspecify.annotations.NullMarked;
