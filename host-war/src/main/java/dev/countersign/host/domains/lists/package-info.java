/** Lists of domains in local files. */
@NullMarked
package dev.countersign.host.domains.lists;

import org.jspecify.annotations.NullMarked;
