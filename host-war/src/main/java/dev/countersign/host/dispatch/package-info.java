/** The work that follows a commit: scanning, waiting, handing over to the mail server. */
@NullMarked
package dev.countersign.host.dispatch;

import org.jspecify.annotations.NullMarked;
