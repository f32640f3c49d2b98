@NullMarked
package dev.countersign.host.domains;

import org.jspecify.annotations.NullMarked;
