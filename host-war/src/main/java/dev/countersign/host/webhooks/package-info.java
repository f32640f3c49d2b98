/** Events to whoever subscribed: which they are, where they may go, and their delivery in order. */
@NullMarked
package dev.countersign.host.webhooks;

import org.jspecify.annotations.NullMarked;
