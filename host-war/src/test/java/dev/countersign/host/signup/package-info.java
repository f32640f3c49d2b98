@NullMarked
package dev.countersign.host.signup;

import org.jspecify.annotations.NullMarked;
