/** The MCP server, as agents and their clients find it. */
@NullMarked
package dev.countersign.conformance.mcp;

import org.jspecify.annotations.NullMarked;
