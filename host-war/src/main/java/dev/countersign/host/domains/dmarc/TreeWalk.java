package dev.countersign.host.domains.dmarc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The DNS tree walk (RFC 9989, section 4.10): from a domain towards the root, at most 8 names. */
final class TreeWalk {
  private static final int LABELS_MAX = 7;

  private TreeWalk() {}

  /** {@return the names under which to look, the domain itself first} */
  static List<String> targets(String domain) {
    List<String> labels = List.of(domain.split("\\.", -1));
    List<String> targets = new ArrayList<>();
    targets.add(domain);
    for (int left = Math.max(1, labels.size() - LABELS_MAX); left < labels.size(); left++) {
      targets.add(String.join(".", labels.subList(left, labels.size())));
    }
    return targets;
  }

  /** Nothing above this record is asked for. */
  static boolean endsAt(DmarcRecord record) {
    return record.organization() || record.publicSuffix();
  }

  /**
   * {@return the organizational domain (section 4.10.2), which need not have a record itself}
   *
   * @param found the records of the walk, longest name first
   */
  static Optional<String> organization(String domain, Map<String, DmarcRecord> found) {
    String shortest = null;
    for (Map.Entry<String, DmarcRecord> each : found.entrySet()) {
      String name = each.getKey();
      if (each.getValue().organization()) {
        return Optional.of(name);
      }
      if (each.getValue().publicSuffix() && !name.equals(domain)) {
        return Optional.of(oneBelow(name, domain));
      }
      shortest = name;
    }
    return Optional.ofNullable(shortest);
  }

  private static String oneBelow(String suffix, String domain) {
    String rest = domain.substring(0, domain.length() - suffix.length() - 1);
    return rest.substring(rest.lastIndexOf('.') + 1) + "." + suffix;
  }
}
