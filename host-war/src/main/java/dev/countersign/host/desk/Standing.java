package dev.countersign.host.desk;

import dev.countersign.host.messages.MessageRow;
import dev.countersign.kernel.Mode;
import dev.countersign.kernel.Status;

/**
 * A message and what the kernel says of it at this moment.
 *
 * @param mode the stricter of its mailbox's modes then and now
 * @param approved how many people have approved its present content
 * @param needed how many must
 */
public record Standing(MessageRow message, Mode mode, int approved, int needed) {
  public boolean sent() {
    return message.message().status() == Status.SENT;
  }

  public boolean rejected() {
    return message.message().status() == Status.REJECTED;
  }
}
