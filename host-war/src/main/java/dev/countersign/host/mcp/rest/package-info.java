/** Calls of the API from inside the server, on the same path as calls from outside. */
@NullMarked
package dev.countersign.host.mcp.rest;

import org.jspecify.annotations.NullMarked;
