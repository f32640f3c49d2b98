/** Messages with their content, approvals and transmissions. */
@NullMarked
package dev.countersign.host.messages;

import org.jspecify.annotations.NullMarked;
