package dev.countersign.host.api;

import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;

/** How many exports run on this node. One whose end was never heard of counts until its time. */
@ApplicationScoped
public class ExportPlaces {
  private static final Duration WAIT = Duration.ofSeconds(10);

  @Inject Limits limits;
  @Inject InstantSource time;

  private final Set<Place> taken = new HashSet<>();

  /** The right to export until a time; equal only to itself. */
  static final class Place {
    private final long until;

    private Place(long until) {
      this.until = until;
    }

    /** {@return whether an export that began here has used up its time} */
    boolean over(long now) {
      return now >= until;
    }
  }

  /**
   * @throws Problem 429 if as many exports run as may
   */
  synchronized Place enter() {
    long now = time.millis();
    taken.removeIf(place -> place.over(now));
    if (taken.size() >= limits.value(Limit.EXPORTS_COUNT)) {
      throw Problem.rateLimited("Too many exports run at this moment; try again soon.", WAIT);
    }
    var place = new Place(now + limits.value(Limit.EXPORT_MS));
    taken.add(place);
    return place;
  }

  synchronized void leave(Place place) {
    taken.remove(place);
  }
}
