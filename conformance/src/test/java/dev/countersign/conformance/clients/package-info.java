/** The clients that are kept here, against the server that they are for. */
@NullMarked
package dev.countersign.conformance.clients;

import org.jspecify.annotations.NullMarked;
