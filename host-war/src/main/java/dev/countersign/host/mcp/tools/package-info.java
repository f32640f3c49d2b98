/** The tools: their names, arguments, and which calls of the API they are. */
@NullMarked
package dev.countersign.host.mcp.tools;

import org.jspecify.annotations.NullMarked;
