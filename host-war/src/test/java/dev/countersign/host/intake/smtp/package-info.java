@NullMarked
package dev.countersign.host.intake.smtp;

import org.jspecify.annotations.NullMarked;
