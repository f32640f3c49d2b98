/** Files that may change while the server runs: on this machine, or fetched and kept. */
@NullMarked
package dev.countersign.host.domains.files;

import org.jspecify.annotations.NullMarked;
