@NullMarked
package dev.countersign.host.recipients;

import org.jspecify.annotations.NullMarked;
