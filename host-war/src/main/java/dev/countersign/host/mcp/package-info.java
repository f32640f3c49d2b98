/**
 * The server for agents that speak the Model Context Protocol: each tool is a call of the API or
 * two, made inside the server.
 */
@NullMarked
package dev.countersign.host.mcp;

import org.jspecify.annotations.NullMarked;
