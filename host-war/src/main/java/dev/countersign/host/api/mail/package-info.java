/** Answers, conversations, tags, attachments, times and spam: what is done with single messages. */
@NullMarked
package dev.countersign.host.api.mail;

import org.jspecify.annotations.NullMarked;
