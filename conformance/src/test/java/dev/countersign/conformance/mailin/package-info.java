/** Mail on its way in: real conversations, real mail servers, and what strangers send. */
@NullMarked
package dev.countersign.conformance.mailin;

import org.jspecify.annotations.NullMarked;
