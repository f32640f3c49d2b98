package dev.countersign.host.api.access;

import dev.countersign.host.ledger.Action;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Every resource method needs a live key, unless it says that it is {@link Public}. */
@Provider
@Priority(Priorities.AUTHENTICATION)
@Dependent
public class AuthenticationFilter implements ContainerRequestFilter {
  @Inject CurrentCall call;
  @Context ResourceInfo matched;

  @Override
  public void filter(ContainerRequestContext request) {
    @Nullable Method method = matched.getResourceMethod();
    @Nullable Recorded recorded = method == null ? null : method.getAnnotation(Recorded.class);
    boolean open = method != null && method.isAnnotationPresent(Public.class);
    if (open && recorded == null) {
      call.settle();
      return;
    }
    call.named(recorded == null ? Action.UNNAMED_CALL : recorded.value());
    if (!open) {
      var unused = call.speaker();
    }
  }
}
