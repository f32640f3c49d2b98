/** New accounts: asking for one, confirming it, and the keys that go to its person. */
@NullMarked
package dev.countersign.host.api.signup;

import org.jspecify.annotations.NullMarked;
