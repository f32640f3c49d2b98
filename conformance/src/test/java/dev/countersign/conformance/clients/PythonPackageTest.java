package dev.countersign.conformance.clients;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.conformance.running.Programs;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The Python package's own tests: refusals, patience, and what it repeats. */
class PythonPackageTest {
  @Test
  void its_own_tests_pass() {
    Programs.needed("python3", "--version");
    var said =
        Command.run(
            Command.client("python"),
            Map.of("PYTHONDONTWRITEBYTECODE", "1"),
            "python3",
            "-m",
            "unittest",
            "discover",
            "-s",
            "tests");
    assertTrue(said.matches("(?s).*Ran [1-9]\\d* tests.*OK\\s*"), said);
  }
}
