package dev.countersign.host.openapi;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.annotation.HandlesTypes;
import jakarta.ws.rs.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps the resource classes that the container finds when the application starts. */
@HandlesTypes(Path.class)
public final class ResourceClasses implements ServletContainerInitializer {
  private static final String NAME = ResourceClasses.class.getName();

  @Override
  public void onStartup(@Nullable Set<Class<?>> found, ServletContext context) {
    var classes = found == null ? Set.<Class<?>>of() : found;
    context.setAttribute(
        NAME,
        classes.stream()
            .filter(type -> type.isAnnotationPresent(Path.class))
            .sorted(Comparator.comparing(Class::getName))
            .toList());
  }

  /** {@return those of this application, by name} */
  static List<Class<?>> of(ServletContext context) {
    return ((List<?>) context.getAttribute(NAME))
        .stream().<Class<?>>map(type -> (Class<?>) type).toList();
  }
}
