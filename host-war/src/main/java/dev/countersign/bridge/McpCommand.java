package dev.countersign.bridge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * {@code countersign mcp}: ends with 0 when standard input ends, with 2 when it cannot begin.
 * Standard output carries the protocol and nothing else; what is to be said to people goes to
 * standard error.
 */
public final class McpCommand {
  private static final int UNABLE = 2;

  private McpCommand() {}

  public static void main(String[] arguments) {
    var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(arguments, System.getenv(), System.in, out, err));
  }

  /** {@return the exit status} */
  public static int run(
      String[] arguments,
      Map<String, String> environment,
      InputStream in,
      PrintStream out,
      PrintStream err) {
    try (var relay = new Relay(Options.of(arguments, environment), out, err);
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      String line;
      while ((line = lines.readLine()) != null) {
        if (!line.isBlank()) {
          relay.pass(line);
        }
      }
      return 0;
    } catch (IOException | IllegalArgumentException e) {
      err.println("countersign: " + e.getMessage());
      return UNABLE;
    }
  }
}
