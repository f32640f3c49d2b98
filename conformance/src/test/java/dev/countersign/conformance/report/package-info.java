/** What the stages of the build counted, kept for the report. */
@NullMarked
package dev.countersign.conformance.report;

import org.jspecify.annotations.NullMarked;
