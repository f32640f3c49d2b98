/** Where the JAX-RS application meets the server: its root and what every answer has in common. */
@NullMarked
package dev.countersign.host.api;

import org.jspecify.annotations.NullMarked;
