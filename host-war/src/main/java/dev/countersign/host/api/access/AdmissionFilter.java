package dev.countersign.host.api.access;

import dev.countersign.host.platform.KeyRates;
import dev.countersign.host.platform.RequestTrace;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/** Holds every key to its rate, whatever address it calls. */
@Provider
@PreMatching
@Dependent
public class AdmissionFilter implements ContainerRequestFilter {
  @Inject CurrentCall call;
  @Inject KeyRates rates;

  @Override
  public void filter(ContainerRequestContext request) {
    var actor = call.actor();
    if (actor.tenantId() != null && actor.keyId() != null) {
      RequestTrace.identify(actor.tenantId(), actor.keyId());
      rates.admit(actor.keyId());
    }
  }
}
