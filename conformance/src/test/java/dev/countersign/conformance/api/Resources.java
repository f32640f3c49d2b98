package dev.countersign.conformance.api;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What answers calls, read from the class files: by other means than the server's. */
final class Resources {
  private Resources() {}

  /** {@return every class of the product with an address} */
  static List<Class<?>> all() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.countersign.host")
            .stream()
            .filter(type -> type.isAnnotatedWith(Path.class))
            .sorted(Comparator.comparing(JavaClass::getName))
            .<Class<?>>map(JavaClass::reflect)
            .toList();
  }

  /** {@return such as {@code GET /v1/mailboxes/{id}}, pages left out} */
  static Set<String> operations(List<Class<?>> resources) {
    var found = new TreeSet<String>();
    methods(resources)
        .filter(method -> !hidden(method))
        .forEach(method -> verbs(method).forEach(verb -> found.add(verb + " " + path(method))));
    return found;
  }

  /** {@return the methods that are no part of the described API} */
  static List<Method> hidden(List<Class<?>> resources) {
    return methods(resources).filter(Resources::hidden).toList();
  }

  private static Stream<Method> methods(List<Class<?>> resources) {
    return resources.stream()
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(method -> verbs(method).findAny().isPresent());
  }

  private static boolean hidden(Method method) {
    return Optional.ofNullable(method.getAnnotation(Operation.class))
        .map(Operation::hidden)
        .orElse(false);
  }

  private static Stream<String> verbs(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(each -> each.annotationType().getAnnotation(HttpMethod.class))
        .filter(verb -> verb != null)
        .map(HttpMethod::value);
  }

  private static String path(Method method) {
    var whole =
        Stream.of(
                method.getDeclaringClass().getAnnotation(Path.class),
                method.getAnnotation(Path.class))
            .filter(path -> path != null)
            .map(path -> path.value().replaceAll("^/|/$", ""))
            .filter(path -> !path.isEmpty())
            .toList();
    return "/" + String.join("/", whole).replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}");
  }
}
