/** Links to attachments that are good for a while, without a key. */
@NullMarked
package dev.countersign.host.attachments;

import org.jspecify.annotations.NullMarked;
