package dev.countersign.conformance.domains;

import dev.countersign.kernel.Level;
import dev.countersign.kernel.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** The labelled set: made from profiles with a fixed seed, so the same on every machine. */
final class LabelledDomains {
  static final long SEED = 20261123;

  private static final String PROFILES = "/domains/profiles.tsv";

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
    try (var table =
        Objects.requireNonNull(LabelledDomains.class.getResourceAsStream(PROFILES), PROFILES)) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(Profile::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
