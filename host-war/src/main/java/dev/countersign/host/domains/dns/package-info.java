/** Questions to the configured resolvers, and answers that tell nothing there from no answer. */
@NullMarked
package dev.countersign.host.domains.dns;

import org.jspecify.annotations.NullMarked;
