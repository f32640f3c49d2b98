package dev.countersign.host.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a call takes beside its body. */
final class Parameters {
  private final ResourceMethod method;
  private final Schemas schemas;
  private final Map<String, ObjectNode> found = new LinkedHashMap<>();

  private Parameters(ResourceMethod method, Schemas schemas) {
    this.method = method;
    this.schemas = schemas;
  }

  /** {@return the parameters of this method, its resource's fields included} */
  static ArrayNode of(ResourceMethod method, Schemas schemas) {
    var parameters = new Parameters(method, schemas);
    var types = method.method().getGenericParameterTypes();
    for (int i = 0; i < types.length; i++) {
      parameters.read(method.method().getParameters()[i], types[i]);
    }
    Arrays.stream(method.resource().getDeclaredFields())
        .forEach(field -> parameters.read(field, field.getGenericType()));
    parameters.told();
    var all = JsonNodeFactory.instance.arrayNode();
    parameters.found.values().forEach(all::add);
    return all;
  }

  private void read(AnnotatedElement element, Type type) {
    Optional.ofNullable(element.getAnnotation(PathParam.class))
        .ifPresent(each -> add("path", each.value(), element, type));
    Optional.ofNullable(element.getAnnotation(QueryParam.class))
        .ifPresent(each -> add("query", each.value(), element, type));
    Optional.ofNullable(element.getAnnotation(HeaderParam.class))
        .ifPresent(each -> add("header", each.value(), element, type));
  }

  private void add(String in, String name, AnnotatedElement element, Type type) {
    var schema = schemas.of(type, Use.REQUEST);
    if (in.equals("path") && method.patterns().containsKey(name)) {
      schema.put("pattern", "^(" + method.patterns().get(name) + ")$");
    }
    Optional.ofNullable(element.getAnnotation(DefaultValue.class))
        .ifPresent(each -> schema.put("default", each.value()));
    var parameter = parameter(in, name).put("required", in.equals("path"));
    Optional.ofNullable(element.getAnnotation(Parameter.class))
        .ifPresent(told -> note(told, parameter, schema));
    parameter.set("schema", schema);
    found.put(in + name, parameter);
  }

  private static ObjectNode parameter(String in, String name) {
    return JsonNodeFactory.instance.objectNode().put("name", name).put("in", in);
  }

  /** Those that the method reads by itself, from the address, and only tells of. */
  private void told() {
    List<Parameter> all = new ArrayList<>(method.all(Parameter.class));
    for (var told : all) {
      var in = told.in().toString();
      var parameter =
          found.computeIfAbsent(
              in + told.name(), key -> parameter(in, told.name()).put("required", told.required()));
      var schema =
          parameter.has("schema") ? (ObjectNode) parameter.path("schema") : Schemas.typed("string");
      note(told, parameter, schema);
      parameter.set("schema", schema);
    }
  }

  private static void note(Parameter told, ObjectNode parameter, ObjectNode schema) {
    if (!told.description().isEmpty()) {
      parameter.put("description", told.description());
    }
    if (told.required()) {
      parameter.put("required", true);
    }
    if (!told.example().isEmpty()) {
      parameter.put("example", told.example());
    }
    SchemaNotes.add(told.schema(), schema);
  }
}
