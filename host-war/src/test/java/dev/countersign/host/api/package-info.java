@NullMarked
package dev.countersign.host.api;

import org.jspecify.annotations.NullMarked;
