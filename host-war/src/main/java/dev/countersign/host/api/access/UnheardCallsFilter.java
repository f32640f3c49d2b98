package dev.countersign.host.api.access;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** Completes the ledger before the answer leaves, so that no answer is seen without its entry. */
@Provider
@Dependent
public class UnheardCallsFilter implements ContainerResponseFilter {
  @Inject CurrentCall call;
  @Inject UnheardCalls unheard;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    unheard.record(call, response.getStatus());
  }
}
