@NullMarked
package dev.countersign.host.mcp.tools;

import org.jspecify.annotations.NullMarked;
