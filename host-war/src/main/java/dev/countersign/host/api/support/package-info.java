/** Words to whoever runs the server. */
@NullMarked
package dev.countersign.host.api.support;

import org.jspecify.annotations.NullMarked;
