package dev.countersign.conformance.domains;

import static dev.countersign.kernel.Signal.BLOCKLIST;
import static dev.countersign.kernel.Signal.DISPOSABLE;
import static dev.countersign.kernel.Signal.DMARC;
import static dev.countersign.kernel.Signal.HISTORY;
import static dev.countersign.kernel.Signal.LOOKALIKE;
import static dev.countersign.kernel.Signal.MAIL_EXCHANGE;
import static dev.countersign.kernel.Signal.NAME_SERVERS;
import static dev.countersign.kernel.Signal.REGISTRATION;
import static dev.countersign.kernel.Signal.SPF;
import static dev.countersign.kernel.Signal.THREAT_LIST;
import static dev.countersign.kernel.Signal.TRANSPORT_SECURITY;

import dev.countersign.kernel.Level;
import dev.countersign.kernel.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The labelled set: made from profiles with a fixed seed, so the same on every machine. */
final class LabelledDomains {
  static final long SEED = 20261123;

  /** One domain of the set. */
  record Labelled(String profile, boolean bad, Map<Signal, Level> levels) {}

  private LabelledDomains() {}

  static List<Labelled> all() {
    Random chance = new Random(SEED);
    List<Labelled> set = new ArrayList<>();
    for (Profile profile : profiles()) {
      for (int i = 0; i < profile.count(); i++) {
        set.add(new Labelled(profile.name(), profile.bad(), profile.sample(chance)));
      }
    }
    return set;
  }

  private static List<Profile> profiles() {
    List<Profile> all = new ArrayList<>(good());
    all.addAll(bad());
    return all;
  }

  private static List<Profile> good() {
    return List.of(
        Profile.good("large mail provider", 60)
            .with(DMARC, 55, 30, 15, 0, 0)
            .with(TRANSPORT_SECURITY, 60, 20, 20, 0, 0)
            .with(HISTORY, 80, 20, 0, 0, 0),
        Profile.good("company", 200)
            .with(MAIL_EXCHANGE, 98, 1, 0, 0, 1)
            .with(SPF, 85, 5, 8, 2, 0)
            .with(DMARC, 25, 15, 35, 24, 1)
            .with(TRANSPORT_SECURITY, 5, 10, 85, 0, 0)
            .with(REGISTRATION, 80, 8, 1, 0, 11)
            .with(HISTORY, 50, 45, 4, 1, 0),
        Profile.good("small business or private person", 120)
            .with(MAIL_EXCHANGE, 92, 6, 0, 1, 1)
            .with(SPF, 70, 10, 17, 3, 0)
            .with(DMARC, 10, 10, 25, 54, 1)
            .with(TRANSPORT_SECURITY, 2, 3, 95, 0, 0)
            .with(NAME_SERVERS, 96, 4, 0, 0, 0)
            .with(REGISTRATION, 72, 12, 2, 0, 14)
            .with(HISTORY, 30, 66, 3, 1, 0),
        Profile.good("university or authority", 80)
            .with(SPF, 88, 6, 5, 1, 0)
            .with(DMARC, 35, 20, 25, 20, 0)
            .with(TRANSPORT_SECURITY, 15, 10, 75, 0, 0)
            .with(REGISTRATION, 75, 0, 0, 0, 25)
            .with(HISTORY, 45, 53, 2, 0, 0),
        Profile.good("young company", 40)
            .with(SPF, 88, 6, 6, 0, 0)
            .with(DMARC, 20, 15, 40, 25, 0)
            .with(TRANSPORT_SECURITY, 3, 5, 92, 0, 0)
            .with(REGISTRATION, 0, 75, 15, 5, 5)
            .with(HISTORY, 25, 75, 0, 0, 0));
  }

  private static List<Profile> bad() {
    return List.of(
        Profile.bad("phishing, registered for it", 110)
            .with(MAIL_EXCHANGE, 55, 20, 0, 24, 1)
            .with(SPF, 35, 10, 45, 10, 0)
            .with(DMARC, 3, 3, 12, 81, 1)
            .with(TRANSPORT_SECURITY, 0, 0, 100, 0, 0)
            .with(NAME_SERVERS, 90, 10, 0, 0, 0)
            .with(REGISTRATION, 3, 17, 35, 35, 10)
            .with(BLOCKLIST, 45, 35, 20, 0, 0)
            .with(THREAT_LIST, 88, 12, 0, 0, 0)
            .with(HISTORY, 0, 97, 2, 1, 0),
        Profile.bad("look-alike of a correspondent", 60)
            .with(SPF, 60, 10, 28, 2, 0)
            .with(DMARC, 8, 7, 25, 60, 0)
            .with(TRANSPORT_SECURITY, 0, 0, 100, 0, 0)
            .with(REGISTRATION, 5, 30, 35, 25, 5)
            .with(BLOCKLIST, 80, 15, 5, 0, 0)
            .with(LOOKALIKE, 5, 50, 45, 0, 0)
            .with(HISTORY, 0, 100, 0, 0, 0),
        Profile.bad("old domain, taken over", 25)
            .with(SPF, 60, 15, 23, 2, 0)
            .with(DMARC, 8, 10, 27, 55, 0)
            .with(TRANSPORT_SECURITY, 0, 0, 100, 0, 0)
            .with(BLOCKLIST, 45, 35, 20, 0, 0)
            .with(HISTORY, 10, 80, 5, 5, 0),
        Profile.bad("disposable addresses", 45)
            .with(SPF, 70, 10, 20, 0, 0)
            .with(DMARC, 5, 10, 35, 50, 0)
            .with(TRANSPORT_SECURITY, 0, 0, 100, 0, 0)
            .with(REGISTRATION, 45, 30, 10, 5, 10)
            .with(DISPOSABLE, 25, 75, 0, 0, 0)
            .with(BLOCKLIST, 75, 20, 5, 0, 0)
            .with(HISTORY, 5, 85, 5, 5, 0),
        Profile.bad("gone or never there", 60)
            .with(MAIL_EXCHANGE, 0, 0, 25, 73, 2)
            .with(SPF, 10, 0, 90, 0, 0)
            .with(DMARC, 5, 0, 5, 90, 0)
            .with(TRANSPORT_SECURITY, 0, 0, 100, 0, 0)
            .with(NAME_SERVERS, 50, 10, 40, 0, 0)
            .with(REGISTRATION, 25, 15, 5, 5, 50)
            .with(HISTORY, 2, 78, 19, 1, 0));
  }
}
