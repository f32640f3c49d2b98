/** What an operator's code lets others do over HTTP, and what it does not. */
@NullMarked
package dev.countersign.conformance.codes;

import org.jspecify.annotations.NullMarked;
