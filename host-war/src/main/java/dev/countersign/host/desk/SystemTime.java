package dev.countersign.host.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.InstantSource;

/** The only place that reads the clock; everybody else is given an {@link InstantSource}. */
@ApplicationScoped
class SystemTime {
  @Produces
  @ApplicationScoped
  InstantSource time() {
    return InstantSource.system();
  }
}
