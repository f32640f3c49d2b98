@NullMarked
package dev.countersign.host.api.json;

import org.jspecify.annotations.NullMarked;
