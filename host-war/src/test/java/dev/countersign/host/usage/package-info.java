@NullMarked
package dev.countersign.host.usage;

import org.jspecify.annotations.NullMarked;
