/** Tests of the strict reading of messages. */
@NullMarked
package dev.countersign.host.identity.mime;

import org.jspecify.annotations.NullMarked;
