package dev.countersign.host.api.json;

import dev.countersign.host.mail.EmailAddress;
import java.util.List;

/** Addresses as JSON shows them, each with its display name where it has one. */
final class Addresses {
  private Addresses() {}

  static List<String> of(List<EmailAddress> addresses) {
    return addresses.stream().map(EmailAddress::toString).toList();
  }
}
