package dev.countersign.host.platform.http;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jspecify.annotations.Nullable;

/**
 * Completes what the server reads from the resources: title, keys, the one shape of errors, and
 * field names as they are in the JSON.
 */
public final class ApiDescription implements OASFilter {
  private static final String ERROR = "#/components/schemas/Error";
  private static final String KEY = "key";
  private static final String JSON = "application/json";

  @Override
  public void filterOpenAPI(OpenAPI api) {
    api.info(
        OASFactory.createInfo()
            .title("Countersign")
            .version("0.1.0")
            .description("Mail for software agents, under the oversight of people."));
    if (api.getComponents() == null) {
      api.setComponents(OASFactory.createComponents());
    }
    var components = api.getComponents();
    components.addSecurityScheme(
        KEY,
        OASFactory.createSecurityScheme()
            .type(SecurityScheme.Type.HTTP)
            .scheme("bearer")
            .description("A key, mm_live_…, with the scopes that its maker gave it."));
    api.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(KEY));
    if (components.getSchemas() != null) {
      components.getSchemas().values().forEach(ApiDescription::wireNames);
    }
    components.addSchema("Error", error());
    components.addSchema("StringOrList", stringOrList());
    if (api.getPaths() != null && api.getPaths().getPathItems() != null) {
      for (var path : api.getPaths().getPathItems().values()) {
        path.getOperations().values().forEach(ApiDescription::addErrors);
      }
    }
  }

  private static void wireNames(@Nullable Schema schema) {
    if (schema == null) {
      return;
    }
    if (schema.getProperties() != null) {
      Map<String, Schema> renamed = new LinkedHashMap<>();
      schema.getProperties().forEach((name, type) -> renamed.put(wire(name), type));
      schema.setProperties(renamed);
      renamed.values().forEach(ApiDescription::wireNames);
    }
    if (schema.getRequired() != null) {
      schema.setRequired(schema.getRequired().stream().map(ApiDescription::wire).toList());
    }
    wireNames(schema.getItems());
  }

  private static String wire(String name) {
    return SnakeCaseStrategy.INSTANCE.translate(name);
  }

  private static Schema text(String description) {
    return OASFactory.createSchema().type(SchemaType.STRING).description(description);
  }

  private static Schema error() {
    return OASFactory.createSchema()
        .type(SchemaType.OBJECT)
        .addProperty("error", text("What is wrong and what to do, for people."))
        .addProperty("code", text("The same, for programs; never changes."))
        .addProperty("field", text("JSON path of what is wrong, where one field is."))
        .required(List.of("error", "code"));
  }

  private static Schema stringOrList() {
    var string = OASFactory.createSchema().type(SchemaType.STRING);
    return OASFactory.createSchema()
        .addOneOf(string)
        .addOneOf(OASFactory.createSchema().type(SchemaType.ARRAY).items(string));
  }

  private static void addErrors(Operation operation) {
    if (operation.getResponses() == null) {
      operation.setResponses(OASFactory.createAPIResponses());
    }
    operation
        .getResponses()
        .addAPIResponse(
            "4XX",
            OASFactory.createAPIResponse()
                .description("Refused: nothing was changed.")
                .content(
                    OASFactory.createContent()
                        .addMediaType(
                            JSON,
                            OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(ERROR)))));
  }
}
