/** Lists of domains in files. */
@NullMarked
package dev.countersign.host.domains.lists;

import org.jspecify.annotations.NullMarked;
