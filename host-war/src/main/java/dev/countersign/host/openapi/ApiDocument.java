package dev.countersign.host.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.TreeSet;

/** The whole description, as OpenAPI 3.1 has it. */
public final class ApiDocument {
  private static final String ABOUT =
      "Mail for software agents, under the oversight of people. Calls show a key as"
          + " Authorization: Bearer mm_live_…; the scopes under which an operation is open are"
          + " those of its security requirements: either of them will do, and none implies"
          + " another. Where x-operators-only is true, only an operator's key will do. Ids of"
          + " other tenants are answered as if nothing were there.";

  private final Schemas schemas = new Schemas();
  private final ObjectNode document = JsonNodeFactory.instance.objectNode();

  private ApiDocument() {}

  /** {@return the description of what these resources answer} */
  public static ObjectNode of(List<Class<?>> resources) {
    return new ApiDocument().described(ResourceMethod.of(resources));
  }

  private ObjectNode described(List<ResourceMethod> methods) {
    document.put("openapi", "3.1.0");
    document
        .putObject("info")
        .put("title", "Countersign")
        .put("version", "0.1.0")
        .put("description", ABOUT)
        .putObject("license")
        .put("name", "Apache-2.0")
        .put("identifier", "Apache-2.0");
    document.putArray("servers").addObject().put("url", "/").put("description", "This server");
    var paths = document.putObject("paths");
    for (var method : methods) {
      var path =
          paths.has(method.path()) ? paths.path(method.path()) : paths.putObject(method.path());
      ((ObjectNode) path).set(method.verb(), DescribedOperation.of(method, schemas));
    }
    var tags = new TreeSet<String>();
    paths
        .findParents("tags")
        .forEach(each -> each.path("tags").forEach(tag -> tags.add(tag.asText())));
    var named = document.putArray("tags");
    tags.forEach(tag -> named.addObject().put("name", tag));
    components();
    addExamples();
    return document;
  }

  private void components() {
    var components = document.putObject("components");
    var known = components.putObject("schemas");
    schemas.components().forEach(known::set);
    known.set("Error", error());
    components
        .putObject("securitySchemes")
        .putObject(DescribedOperation.KEY)
        .put("type", "http")
        .put("scheme", "bearer")
        .put("description", "A key, mm_live_…, with the scopes that its maker gave it.");
  }

  private static ObjectNode error() {
    var error = Schemas.typed("object");
    var members = error.putObject("properties");
    members.set(
        "error", Schemas.typed("string").put("description", "What is wrong and what to do."));
    members.set(
        "code",
        Schemas.typed("string").put("description", "The same, for programs; never changes."));
    members.set(
        "field",
        Schemas.typed("string").put("description", "JSON path of what is wrong, where one is."));
    error.putArray("required").add("error").add("code");
    return error;
  }

  /** One for each body, whichever way it goes. */
  private void addExamples() {
    schemas.components().put("Error", (ObjectNode) document.at("/components/schemas/Error"));
    var examples = new Examples(schemas.components());
    for (JsonNode content : document.path("paths").findValues("content")) {
      content
          .properties()
          .forEach(
              media -> {
                if (media.getKey().endsWith("json") && !media.getValue().has("example")) {
                  var body = (ObjectNode) media.getValue();
                  body.set("example", examples.of("", body.path("schema")));
                }
              });
    }
  }
}
