package dev.countersign.conformance.running;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The system's own Chromium, driven by Playwright, which downloads none. */
public final class Chromium implements AutoCloseable {
  private static final String ABSENT =
      "No Chromium on this machine, so nobody looked at the pages: install the package"
          + " chromium, or name the program with -Dcountersign.chromium=.";

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /** Skips the test without a browser; where CI=true, fails it. */
  public static Chromium started() {
    var program = program();
    if (program.isEmpty()) {
      return "true".equals(System.getenv("CI")) ? fail(ABSENT) : abort(ABSENT);
    }
    var playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    // The tests may run as root, where Chromium's own sandbox cannot be had.
    var options =
        new BrowserType.LaunchOptions()
            .setExecutablePath(program.get())
            .setArgs(List.of("--no-sandbox"));
    return new Chromium(playwright, playwright.chromium().launch(options));
  }

  private static Optional<Path> program() {
    return Stream.of(
            System.getProperty("countersign.chromium", ""),
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome")
        .filter(name -> !name.isEmpty())
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  public Browser browser() {
    return browser;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
