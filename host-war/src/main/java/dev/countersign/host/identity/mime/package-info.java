/**
 * Reads a message for verification: strictly, so that every reader who accepts it sees the same
 * parts. What readers could take differently is malformed here. Text is one character for each byte
 * (ISO 8859-1) until it is decoded.
 */
@NullMarked
package dev.countersign.host.identity.mime;

import org.jspecify.annotations.NullMarked;
