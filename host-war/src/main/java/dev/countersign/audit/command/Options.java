package dev.countersign.audit.command;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was asked for on the command line.
 *
 * @param logKeys note verifier keys, or files with one on each line
 * @param witnesses keys of witnesses, in the same form
 * @param since a file that keeps the newest checkpoint from one audit to the next
 * @param older the installation is known to be older than its log
 */
record Options(
    Source source,
    List<String> logKeys,
    List<String> witnesses,
    Optional<Path> since,
    Optional<Path> json,
    boolean older,
    boolean progress) {
  private static final Set<String> WITH_VALUE =
      Set.of("--url", "--key", "--tenant", "--export", "--save", "--since", "--json");

  private static final Set<String> FLAGS = Set.of("--progress", "--older-than-log");

  /** Where the log comes from. */
  sealed interface Source {
    /** A file that was exported before. */
    record Saved(Path file) implements Source {}

    /**
     * A running server.
     *
     * @param key an admin key of the tenant
     * @param tenant whose log it is to be; empty for the key's
     * @param save where to keep what was fetched
     */
    record Server(URI url, String key, Optional<String> tenant, Optional<Path> save)
        implements Source {}
  }

  /**
   * Reads the arguments.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  static Options of(String[] arguments, Map<String, String> environment) {
    Map<String, String> values = new HashMap<>();
    List<String> logKeys = new ArrayList<>();
    List<String> witnesses = new ArrayList<>();
    Set<String> flags = new HashSet<>();
    for (var rest = List.of(arguments).iterator(); rest.hasNext(); ) {
      String name = rest.next();
      if (FLAGS.contains(name)) {
        flags.add(name);
      } else if (name.equals("--log-key") && rest.hasNext()) {
        logKeys.add(rest.next());
      } else if (name.equals("--witness") && rest.hasNext()) {
        witnesses.add(rest.next());
      } else if (WITH_VALUE.contains(name) && rest.hasNext()) {
        values.put(name, rest.next());
      } else {
        throw new IllegalArgumentException("\"" + name + "\" is not understood; try --help.");
      }
    }
    return new Options(
        source(values, environment),
        logKeys,
        witnesses,
        Optional.ofNullable(values.get("--since")).map(Path::of),
        Optional.ofNullable(values.get("--json")).map(Path::of),
        flags.contains("--older-than-log"),
        flags.contains("--progress"));
  }

  private static Source source(Map<String, String> values, Map<String, String> environment) {
    if (values.containsKey("--url") == values.containsKey("--export")) {
      throw new IllegalArgumentException(
          "name a server with --url or a file with --export; try --help.");
    }
    if (values.containsKey("--export")) {
      return new Source.Saved(Path.of(values.getOrDefault("--export", "")));
    }
    String key = values.getOrDefault("--key", environment.getOrDefault("ADMIN_KEY", ""));
    if (key.isEmpty()) {
      throw new IllegalArgumentException("the log is shown to an admin key: give it with --key.");
    }
    return new Source.Server(
        URI.create(values.getOrDefault("--url", "").replaceAll("/+$", "")),
        key,
        Optional.ofNullable(values.get("--tenant")),
        Optional.ofNullable(values.get("--save")).map(Path::of));
  }
}
