package dev.countersign.host.openapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.host.api.access.Public;
import dev.countersign.host.platform.ErrorCode;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** What a call is answered with, by status. */
final class Responses {
  private static final String JSON = "application/json";
  private static final String HTML = "text/html";
  private static final String ERROR = "#/components/schemas/Error";

  private final ResourceMethod method;
  private final Schemas schemas;
  private final Map<String, ObjectNode> all = new TreeMap<>();

  private Responses(ResourceMethod method, Schemas schemas) {
    this.method = method;
    this.schemas = schemas;
  }

  /**
   * {@return the answers that the method tells of, and those that any call of its kind can get}
   *
   * @param hasBody whether the call takes one
   */
  static Map<String, ObjectNode> of(ResourceMethod method, boolean hasBody, Schemas schemas) {
    var responses = new Responses(method, schemas);
    method.all(APIResponse.class).forEach(responses::told);
    method.has(APIResponseSchema.class).ifPresent(responses::told);
    if (responses.successes().isEmpty()) {
      responses.succeeding("200", "Done");
    }
    responses.common(hasBody);
    return responses.all;
  }

  private void told(APIResponse told) {
    var status = told.responseCode();
    if (!told.ref().isEmpty() || status.isEmpty()) {
      return;
    } else if (!status.startsWith("2")) {
      error(status, told.description());
    } else if (told.content().length > 0) {
      var response = response(status, told.description());
      Arrays.stream(told.content()).forEach(content -> content(response, content));
    } else {
      succeeding(status, told.description());
    }
  }

  /** Without a status, the type of every success that was told of. */
  private void told(APIResponseSchema told) {
    if (!told.responseCode().isEmpty()) {
      response(told.responseCode(), told.responseDescription());
    } else if (successes().isEmpty()) {
      response("200", told.responseDescription());
    }
    var meant = told.responseCode().isEmpty() ? successes() : List.of(told.responseCode());
    for (var status : meant) {
      for (var type : types()) {
        media(Objects.requireNonNull(all.get(status)), type)
            .set("schema", schemas.of(told.value(), Use.ANSWER));
      }
    }
  }

  private List<String> successes() {
    return all.keySet().stream().filter(status -> status.startsWith("2")).toList();
  }

  private void content(ObjectNode response, Content content) {
    var media = content.mediaType().isEmpty() ? types() : List.of(content.mediaType());
    for (var type : media) {
      var schema =
          content.schema().implementation() == Void.class
              ? Schemas.typed(content.schema().type().toString())
              : schemas.of(content.schema().implementation(), Use.ANSWER);
      SchemaNotes.add(content.schema(), schema);
      media(response, type).set("schema", schema);
    }
  }

  private void succeeding(String status, String description) {
    var response = response(status, description);
    if (method.method().getReturnType() == void.class) {
      return;
    }
    for (var type : types()) {
      media(response, type).set("schema", returned(type));
    }
  }

  /** Of a method that returns what it answers; others have to tell. */
  private ObjectNode returned(String media) {
    Type type = method.method().getGenericReturnType();
    if (!media.startsWith(JSON)) {
      return Schemas.typed("string");
    }
    return type == Response.class || type == String.class
        ? Schemas.typed("object")
        : schemas.of(type, Use.ANSWER);
  }

  private List<String> types() {
    return method
        .inherits(Produces.class)
        .map(produces -> Stream.of(produces.value()).map(Responses::bare).toList())
        .orElse(List.of("application/octet-stream"));
  }

  private static String bare(String media) {
    return media.replaceFirst(";.*", "").strip();
  }

  private void common(boolean hasBody) {
    if (!method.has(Public.class).isPresent()) {
      missing("401", "No key, or one that is unknown or revoked");
      missing("403", "Not a key that may do this");
    }
    if (method.path().contains("{")) {
      missing("404", "There is no such thing, or it is another tenant's");
    }
    if (hasBody) {
      missing("413", "The body is over its limit");
      missing("415", "The body is of another type than this call reads");
    }
    missing("400", "Something in the request cannot be used; field says what");
    missing("406", "No representation that the Accept header allows");
    missing("429", "Too many calls; Retry-After says when to come back");
    missing("503", "The server cannot do this now; nothing was done");
  }

  private void missing(String status, String description) {
    if (!all.containsKey(status)) {
      error(status, description);
    }
  }

  private void error(String status, String description) {
    var response = response(status, description);
    if (types().contains(HTML)) {
      media(response, HTML).set("schema", Schemas.typed("string"));
    }
    if (!status.startsWith("3")) {
      var content = media(response, JSON);
      content.putObject("schema").put("$ref", ERROR);
      Arrays.stream(ErrorCode.values())
          .filter(code -> status.equals(Integer.toString(code.status())))
          .findFirst()
          .ifPresent(code -> shown(content, code));
    }
  }

  private static void shown(ObjectNode content, ErrorCode code) {
    content.putObject("example").put("error", code.meaning()).put("code", code.wire());
  }

  private ObjectNode response(String status, String description) {
    var response = JsonNodeFactory.instance.objectNode();
    response.put("description", description.isEmpty() ? "Done" : description);
    all.put(status, response);
    return response;
  }

  private static ObjectNode media(ObjectNode response, String type) {
    return response.withObject("/content").putObject(type);
  }
}
