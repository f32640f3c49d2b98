/** The one path: every call is loaded, put to the kernel, stored, recorded and queued here. */
@NullMarked
package dev.countersign.host.desk;

import org.jspecify.annotations.NullMarked;
