package dev.countersign.host.domains.signals;

import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.SpoofChecker;
import dev.countersign.host.domains.Finding;
import dev.countersign.kernel.Level;
import dev.countersign.kernel.Signal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

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
   */
  public Finding look(String domain, Collection<String> known) {
    if (known.stream().anyMatch(each -> domain.equals(each) || domain.endsWith("." + each))) {
      return found(Level.GOOD, "is a domain known here");
    }
    Optional<String> double_ = known.stream().filter(each -> sameToTheEye(domain, each)).findAny();
    if (double_.isPresent()) {
      return found(Level.SECOND, "looks just like " + double_.get() + ", which is known here");
    }
    Optional<String> near = known.stream().filter(each -> aSlipAway(domain, each)).findAny();
    if (near.isPresent()) {
      return found(Level.FIRST, "differs little from " + near.get() + ", which is known here");
    }
    return mixesScripts(domain)
        ? found(Level.FIRST, "mixes letters of several scripts")
        : found(Level.GOOD, "resembles no domain known here");
  }

  private boolean sameToTheEye(String domain, String known) {
    return eye.getSkeleton(unicode(domain)).equals(eye.getSkeleton(unicode(known)));
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
