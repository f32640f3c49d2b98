package dev.countersign.host.mcp.tools;

import dev.countersign.host.desk.asked.Reach;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One tool.
 *
 * @param needs it is there for keys that reach one of these
 */
public record Tool(
    String name,
    String title,
    String description,
    Set<Reach> needs,
    Hints hints,
    List<Parameter> parameters,
    Work work) {
  private static final Map<String, Object> ANY_OBJECT = Map.of("type", "object");

  /** What a tool does: calls of the API, and nothing that they would not allow. */
  @FunctionalInterface
  public interface Work {
    /**
     * Makes them.
     *
     * @throws ToolFailure when there is nothing to call
     */
    McpSchema.CallToolResult run(ToolCall call);
  }

  /** The same tool under another name. */
  Tool named(String older) {
    return new Tool(older, title, description, needs, hints, parameters, work);
  }

  Tool takes(Parameter... all) {
    return new Tool(name, title, description, needs, hints, List.of(all), work);
  }

  /** As it is listed. */
  public McpSchema.Tool listed() {
    return McpSchema.Tool.builder(name, inputSchema())
        .title(title)
        .description(description)
        .annotations(hints.annotations(title))
        .build();
  }

  /** JSON Schema of the arguments together. */
  public Map<String, Object> inputSchema() {
    if (parameters.isEmpty()) {
      return ANY_OBJECT;
    }
    var properties = new LinkedHashMap<String, Object>();
    parameters.forEach(each -> properties.put(each.name(), each.schema()));
    var schema = new LinkedHashMap<String, Object>();
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put(
        "required", parameters.stream().filter(Parameter::required).map(Parameter::name).toList());
    return schema;
  }

  /**
   * {@return the arguments that this tool has, of all that were sent} Null is the same as nothing,
   * save where it takes something away.
   */
  public Map<String, Object> known(Map<String, Object> sent) {
    var known = new LinkedHashMap<String, Object>();
    for (var each : parameters) {
      if (sent.get(each.name()) != null || (sent.containsKey(each.name()) && each.mayBeNull())) {
        known.put(each.name(), sent.get(each.name()));
      }
    }
    return known;
  }

  /** {@return what is wrong with the arguments, in a sentence for the agent} */
  public Optional<String> faultIn(Map<String, Object> arguments) {
    return ArgumentCheck.fault(parameters, arguments);
  }

  /** {@return the scopes in words} */
  public String neededScopes() {
    return needs.stream().sorted().map(Reach::needed).collect(Collectors.joining(", or "));
  }
}
