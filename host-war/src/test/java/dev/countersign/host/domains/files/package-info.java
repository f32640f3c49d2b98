@NullMarked
package dev.countersign.host.domains.files;

import org.jspecify.annotations.NullMarked;
