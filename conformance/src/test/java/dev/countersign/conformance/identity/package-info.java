/**
 * Signed identity as strangers see it: other verifiers, real relays, and everything that can be
 * done to a signed message.
 */
@NullMarked
package dev.countersign.conformance.identity;

import org.jspecify.annotations.NullMarked;
