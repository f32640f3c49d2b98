@NullMarked
package dev.countersign.host.transparency.notes;

import org.jspecify.annotations.NullMarked;
