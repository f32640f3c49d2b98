/** Where programs find out how this server is called, and what it does not offer. */
@NullMarked
package dev.countersign.host.api.discovery;

import org.jspecify.annotations.NullMarked;
