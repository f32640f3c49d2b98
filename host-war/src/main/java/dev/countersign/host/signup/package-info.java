/**
 * How tenants come to be on a server that takes them in: puzzles, codes, and keys that go to
 * people.
 */
@NullMarked
package dev.countersign.host.signup;

import org.jspecify.annotations.NullMarked;
