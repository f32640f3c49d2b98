/** What opens a link and what does not. */
@NullMarked
package dev.countersign.host.attachments;

import org.jspecify.annotations.NullMarked;
