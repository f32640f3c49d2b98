@NullMarked
package dev.countersign.host.siem;

import org.jspecify.annotations.NullMarked;
