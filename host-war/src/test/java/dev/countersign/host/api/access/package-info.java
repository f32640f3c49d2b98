@NullMarked
package dev.countersign.host.api.access;

import org.jspecify.annotations.NullMarked;
