package dev.countersign.host.desk;

import dev.countersign.host.mail.Draft;
import dev.countersign.host.mail.EmailAddress;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Whom a message was written to, for reports to name; all in lower case. */
record Recipients(Set<String> addresses) {
  static Recipients of(Draft draft) {
    Set<String> addresses = new LinkedHashSet<>();
    for (EmailAddress each : draft.recipients()) {
      addresses.add(comparable(each.address()));
    }
    return new Recipients(addresses);
  }

  /** Mail is forwarded, and ends at addresses that nobody here wrote to. */
  Optional<String> meant(String last, Optional<String> original) {
    return Optional.of(comparable(last))
        .filter(addresses::contains)
        .or(() -> original.map(Recipients::comparable).filter(addresses::contains))
        .or(this::only);
  }

  /** Whoever is named; providers may leave that out. */
  List<String> complaining(List<String> named) {
    var found = named.stream().map(Recipients::comparable).filter(addresses::contains).toList();
    return found.isEmpty() ? only().stream().toList() : found;
  }

  boolean allOf(Collection<String> some) {
    return some.containsAll(addresses);
  }

  private Optional<String> only() {
    return addresses.size() == 1 ? addresses.stream().findFirst() : Optional.empty();
  }

  private static String comparable(String address) {
    return address.toLowerCase(Locale.ROOT);
  }
}
