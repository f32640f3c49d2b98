@NullMarked
package dev.countersign.host.proofs;

import org.jspecify.annotations.NullMarked;
