/** Mail from outside: what of it can be shown. Whether it may be, the kernel says. */
@NullMarked
package dev.countersign.host.inbound;

import org.jspecify.annotations.NullMarked;
