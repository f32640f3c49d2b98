package dev.countersign.host.platform.http;

import dev.countersign.host.platform.RequestTrace;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import org.jspecify.annotations.Nullable;

/** Notes the template of the matched route for the log and the metrics. */
@Provider
public class RouteFilter implements ContainerRequestFilter {
  @Context ResourceInfo matched;

  @Override
  public void filter(ContainerRequestContext request) {
    var type = matched.getResourceClass();
    var method = matched.getResourceMethod();
    if (type != null && method != null) {
      String template = ("/" + path(type) + "/" + path(method)).replaceAll("/+", "/");
      RequestTrace.current().ifPresent(trace -> trace.route(template));
    }
  }

  private static String path(AnnotatedElement element) {
    @Nullable Path path = element.getAnnotation(Path.class);
    return path == null ? "" : path.value();
  }
}
