package dev.countersign.host.openapi;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * A method that answers calls.
 *
 * @param verb in lower case, as OpenAPI has it
 * @param path without the patterns of its parameters
 * @param patterns of the path's parameters, by name
 */
record ResourceMethod(
    Class<?> resource, Method method, String verb, String path, Map<String, String> patterns) {
  private static final Pattern PARAMETER =
      Pattern.compile("\\{\\s*([\\w.-]+)\\s*:\\s*([^}]+?)\\s*}");

  ResourceMethod {
    patterns = Map.copyOf(patterns);
  }

  /** {@return the methods of these resources that are part of the API, by path} */
  static List<ResourceMethod> of(List<Class<?>> resources) {
    return resources.stream()
        .flatMap(
            resource -> Arrays.stream(resource.getMethods()).flatMap(each -> of(resource, each)))
        .filter(each -> !each.has(Operation.class).map(Operation::hidden).orElse(false))
        .sorted(Comparator.comparing(ResourceMethod::path).thenComparing(ResourceMethod::verb))
        .toList();
  }

  private static Stream<ResourceMethod> of(Class<?> resource, Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(each -> each.annotationType().getAnnotation(HttpMethod.class))
        .filter(verb -> verb != null)
        .map(verb -> of(resource, method, verb.value().toLowerCase(Locale.ROOT)));
  }

  private static ResourceMethod of(Class<?> resource, Method method, String verb) {
    String template =
        ("/" + template(resource) + "/" + template(method))
            .replaceAll("/+", "/")
            .replaceAll("(.)/$", "$1");
    Map<String, String> patterns = new HashMap<>();
    Matcher parameters = PARAMETER.matcher(template);
    var path = new StringBuilder();
    while (parameters.find()) {
      patterns.put(parameters.group(1), parameters.group(2));
      parameters.appendReplacement(path, "{" + parameters.group(1) + "}");
    }
    parameters.appendTail(path);
    return new ResourceMethod(resource, method, verb, path.toString(), patterns);
  }

  private static String template(AnnotatedElement element) {
    return Optional.ofNullable(element.getAnnotation(Path.class)).map(Path::value).orElse("");
  }

  <A extends Annotation> Optional<A> has(Class<A> annotation) {
    return Optional.ofNullable(method.getAnnotation(annotation));
  }

  /** {@return the method's, or else its resource's} */
  <A extends Annotation> Optional<A> inherits(Class<A> annotation) {
    return has(annotation).or(() -> Optional.ofNullable(resource.getAnnotation(annotation)));
  }

  <A extends Annotation> List<A> all(Class<A> annotation) {
    return List.of(method.getAnnotationsByType(annotation));
  }

  /** {@return its id: as told, or else what it does and with what, such as readEmail} */
  String operationId() {
    return has(Operation.class)
        .map(Operation::operationId)
        .filter(id -> !id.isEmpty())
        .orElseGet(this::spokenName);
  }

  private String spokenName() {
    var verb = method.getName();
    var noun = resource.getSimpleName().replaceFirst("Resource$", "");
    if (!verb.startsWith("list")) {
      noun = noun.replaceFirst("(?<=x)es$|(?<=[^su])s$", "");
    }
    return noun.toLowerCase(Locale.ROOT).startsWith(verb.toLowerCase(Locale.ROOT))
        ? noun.substring(0, 1).toLowerCase(Locale.ROOT) + noun.substring(1)
        : verb + noun;
  }
}
