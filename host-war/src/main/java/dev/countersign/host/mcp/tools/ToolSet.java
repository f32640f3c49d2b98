package dev.countersign.host.mcp.tools;

import dev.countersign.host.desk.asked.Reach;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** All tools by name: today's, which are listed, and the older names, which still answer. */
@ApplicationScoped
public class ToolSet {
  @Inject WaitForEmail wait;
  @Inject DownloadAttachment download;

  @Inject
  @ConfigProperty(name = "countersign.mcp.list-older-names", defaultValue = "false")
  boolean listOlder;

  private final Map<String, Tool> current = new LinkedHashMap<>();
  private final Map<String, Tool> older = new LinkedHashMap<>();

  @PostConstruct
  void collect() {
    Stream.of(
            MailTools.all(wait, download),
            OversightTools.all(),
            MailboxTools.all(),
            AccountTools.all(),
            SignupTools.all())
        .flatMap(List::stream)
        .forEach(tool -> current.put(tool.name(), tool));
    OlderTools.all(name -> Objects.requireNonNull(current.get(name)))
        .forEach(tool -> older.put(tool.name(), tool));
  }

  public Optional<Tool> named(String name) {
    return Optional.ofNullable(current.getOrDefault(name, older.get(name)));
  }

  /** {@return what is listed for a key that reaches this} */
  public List<Tool> listed(Set<Reach> reached) {
    return Stream.concat(
            current.values().stream(), listOlder ? older.values().stream() : Stream.of())
        .filter(tool -> !Collections.disjoint(tool.needs(), reached))
        .toList();
  }
}
