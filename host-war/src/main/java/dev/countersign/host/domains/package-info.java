/**
 * Domain intelligence: what is found about a recipient's domain before any message leaves. What
 * cannot be found out is unknown, never clean.
 */
@NullMarked
package dev.countersign.host.domains;

import org.jspecify.annotations.NullMarked;
