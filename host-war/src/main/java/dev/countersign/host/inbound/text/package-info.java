/**
 * HTML of strangers as text that can be read without it: what is hidden in it is not carried over.
 */
@NullMarked
package dev.countersign.host.inbound.text;

import org.jspecify.annotations.NullMarked;
