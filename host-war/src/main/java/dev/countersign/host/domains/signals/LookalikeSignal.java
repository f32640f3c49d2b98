package dev.countersign.host.domains.signals;

import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.SpoofChecker;
import dev.countersign.host.domains.Finding;
import dev.countersign.kernel.Level;
import dev.countersign.kernel.Signal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Could the domain be taken for one that this tenant knows: the same to the eye (Unicode TS 39,
 * confusables), or a slip of the hand away?
 */
public final class LookalikeSignal {
  private static final int SHORTEST = 5;

  private final SpoofChecker eye =
      new SpoofChecker.Builder()
          .setChecks(SpoofChecker.CONFUSABLE | SpoofChecker.RESTRICTION_LEVEL)
          .setRestrictionLevel(SpoofChecker.RestrictionLevel.HIGHLY_RESTRICTIVE)
          .build();
  private final IDNA idna = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_UNICODE);

  /**
   * Compares the domain with those that are known.
   *
   * @param domain in A-labels
   * @param known the tenant's own domains and those it corresponds with
   * @param contacts domains in its address book. Agents write into that, so what is only there is
   *     protected against doubles but vouches for nothing, not even for itself
   */
  public Finding look(String domain, Collection<String> known, Collection<String> contacts) {
    if (known.stream().anyMatch(each -> within(domain, each))) {
      return found(Level.GOOD, "is a domain known here");
    }
    List<String> guarded =
        Stream.concat(known.stream(), contacts.stream())
            .filter(each -> !within(domain, each))
            .toList();
    String seen = seen(domain);
    Optional<String> twin = guarded.stream().filter(each -> seen.equals(seen(each))).findAny();
    if (twin.isPresent()) {
      return found(Level.SECOND, "looks just like " + twin.get() + ", which is known here");
    }
    Optional<String> near = guarded.stream().filter(each -> aSlipAway(domain, each)).findAny();
    if (near.isPresent()) {
      return found(Level.FIRST, "differs little from " + near.get() + ", which is known here");
    }
    return mixesScripts(domain)
        ? found(Level.FIRST, "mixes letters of several scripts")
        : found(Level.GOOD, "resembles no domain known here");
  }

  private static boolean within(String domain, String above) {
    return domain.equals(above) || domain.endsWith("." + above);
  }

  /** The same for names that look the same. */
  private String seen(String domain) {
    return eye.getSkeleton(unicode(domain));
  }

  private boolean mixesScripts(String domain) {
    return Arrays.stream(domain.split("\\.", -1))
        .anyMatch(label -> label.startsWith("xn--") && eye.failsChecks(unicode(label)));
  }

  private String unicode(String domain) {
    return idna.nameToUnicode(domain, new StringBuilder(), new IDNA.Info()).toString();
  }

  /** One letter put in, left out, changed or swapped, or the same name under another ending. */
  private static boolean aSlipAway(String domain, String known) {
    int end = domain.lastIndexOf('.');
    int knownEnd = known.lastIndexOf('.');
    String name = domain.substring(0, Math.max(0, end));
    String knownName = known.substring(0, Math.max(0, knownEnd));
    if (knownName.length() < SHORTEST) {
      return false;
    }
    return name.equals(knownName)
        || (domain.substring(end + 1).equals(known.substring(knownEnd + 1))
            && EditDistance.atMostOne(name, knownName));
  }

  private static Finding found(Level level, String says) {
    return Finding.of(Signal.LOOKALIKE, level, says);
  }
}
