/** API keys: minting, hashing, finding. */
@NullMarked
package dev.countersign.host.keys;

import org.jspecify.annotations.NullMarked;
