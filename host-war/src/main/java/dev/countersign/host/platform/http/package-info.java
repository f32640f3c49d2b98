/** The platform's side of HTTP: filters, error answers, health, and the API's own description. */
@NullMarked
package dev.countersign.host.platform.http;

import org.jspecify.annotations.NullMarked;
