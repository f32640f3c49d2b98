/**
 * {@code countersign mcp}: for clients that start their server as a program of their own. It passes
 * messages between standard input and output and a running server, and uses no class of it.
 */
@NullMarked
package dev.countersign.bridge;

import org.jspecify.annotations.NullMarked;
