package dev.countersign.host.openapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.host.api.access.Public;
import dev.countersign.host.api.access.Recorded;
import dev.countersign.host.platform.http.OptionalBody;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.MatrixParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.lang.annotation.Annotation;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** An operation as OpenAPI has it. */
final class DescribedOperation {
  /** The name of the one way to show a key. */
  static final String KEY = "key";

  private static final List<Class<? extends Annotation>> NOT_THE_BODY =
      List.of(
          PathParam.class,
          QueryParam.class,
          HeaderParam.class,
          CookieParam.class,
          MatrixParam.class,
          FormParam.class,
          Context.class);

  private final ResourceMethod method;
  private final Schemas schemas;

  private DescribedOperation(ResourceMethod method, Schemas schemas) {
    this.method = method;
    this.schemas = schemas;
  }

  static ObjectNode of(ResourceMethod method, Schemas schemas) {
    return new DescribedOperation(method, schemas).described();
  }

  private ObjectNode described() {
    var operation = JsonNodeFactory.instance.objectNode();
    var tags = operation.putArray("tags");
    method.inherits(Tag.class).map(Tag::name).ifPresent(tags::add);
    operation.put("operationId", method.operationId());
    method.has(Operation.class).ifPresent(told -> tell(told, operation));
    var parameters = Parameters.of(method, schemas);
    if (!parameters.isEmpty()) {
      operation.set("parameters", parameters);
    }
    var body = body();
    body.ifPresent(parameter -> operation.set("requestBody", requestBody(parameter)));
    operation.putObject("responses").setAll(Responses.of(method, body.isPresent(), schemas));
    allow(operation);
    return operation;
  }

  private static void tell(Operation told, ObjectNode operation) {
    operation.put("summary", told.summary());
    if (!told.description().isEmpty()) {
      operation.put("description", told.description());
    }
    if (told.deprecated()) {
      operation.put("deprecated", true);
    }
  }

  private Optional<Parameter> body() {
    return Arrays.stream(method.method().getParameters())
        .filter(each -> NOT_THE_BODY.stream().noneMatch(each::isAnnotationPresent))
        .findFirst();
  }

  private ObjectNode requestBody(Parameter parameter) {
    var body = JsonNodeFactory.instance.objectNode();
    body.put("required", !parameter.isAnnotationPresent(OptionalBody.class));
    var types =
        method
            .inherits(Consumes.class)
            .map(consumes -> Stream.of(consumes.value()).toList())
            .orElse(List.of("application/json"));
    for (var type : types) {
      var schema =
          type.endsWith("json")
              ? schemas.of(parameter.getParameterizedType(), Use.REQUEST)
              : Schemas.typed("string");
      body.withObject("/content").putObject(type).set("schema", schema);
    }
    return body;
  }

  /** Either of several scopes will do, as OpenAPI says by several requirements. */
  private void allow(ObjectNode operation) {
    var security = operation.putArray("security");
    var action = method.has(Recorded.class).map(Recorded::value);
    action.ifPresent(word -> operation.put("x-ledger-action", word.wire()));
    if (method.has(Public.class).isPresent()) {
      return;
    }
    action
        .flatMap(Permission::of)
        .ifPresentOrElse(
            permission -> {
              permission
                  .anyOf()
                  .forEach(scope -> security.addObject().putArray(KEY).add(scope.wire()));
              operation.put("x-operators-only", permission.operators());
            },
            () -> security.addObject().putArray(KEY));
  }
}
