package dev.countersign.host.platform.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.ManagementFactory;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Alive means that no threads wait for each other for ever: only a restart would help then. */
@Liveness
@ApplicationScoped
public class ThreadsAlive implements HealthCheck {
  @Override
  public HealthCheckResponse call() {
    boolean deadlocked = ManagementFactory.getThreadMXBean().findDeadlockedThreads() != null;
    return HealthCheckResponse.named("threads").status(!deadlocked).build();
  }
}
