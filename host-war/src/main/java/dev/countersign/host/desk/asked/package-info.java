/** Calls as they are put to the kernel, kept so that they can be put again. */
@NullMarked
package dev.countersign.host.desk.asked;

import org.jspecify.annotations.NullMarked;
