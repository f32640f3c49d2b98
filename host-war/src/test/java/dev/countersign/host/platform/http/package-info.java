/** The platform's side of HTTP, without a server. */
@NullMarked
package dev.countersign.host.platform.http;

import org.jspecify.annotations.NullMarked;
