package dev.countersign.conformance.evidence;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import dev.countersign.conformance.running.Chromium;
import dev.countersign.conformance.running.OnPayara;
import dev.countersign.conformance.running.Product;
import dev.countersign.conformance.running.TheWar;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of an unpacked package, as a browser shows it from a folder. */
@OnPayara
@RunAsClient
@Tag("browser")
class IndexPageIT {
  private static final Path PICTURES = Path.of("target", "evidence-page");

  @ArquillianResource URL address;
  @TempDir Path folder;

  @Deployment(testable = false)
  static WebArchive server() {
    return TheWar.atRoot();
  }

  @Test
  void the_page_asks_nobody_for_anything_and_every_link_leads_into_the_package() {
    var evidence = FetchedPackage.of(Product.deployedAt(address));
    var page = evidence.unpackedTo(folder).resolve("index.html").toUri().toString();
    List<String> happened = new ArrayList<>();
    try (var chromium = Chromium.started()) {
      var context =
          chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(1280, 900));
      var seen = context.newPage();
      seen.onConsoleMessage(message -> happened.add("console " + message.text()));
      seen.onPageError(error -> happened.add("error " + error));
      seen.onRequest(
          request -> {
            if (!request.url().equals(page)) {
              happened.add("request " + request.url());
            }
          });
      seen.navigate(page);
      var links = seen.locator("a").evaluateAll("all => all.map(a => a.getAttribute('href'))");
      var width = seen.evaluate("document.documentElement.scrollWidth");
      seen.screenshot(
          new Page.ScreenshotOptions().setPath(PICTURES.resolve("wide.png")).setFullPage(true));
      seen.pdf(new Page.PdfOptions().setPath(PICTURES.resolve("printed.pdf")));
      seen.setViewportSize(380, 800);
      var narrow = seen.evaluate("document.documentElement.scrollWidth");
      seen.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("narrow.png")));
      assertAll(
          () -> assertEquals(List.of(), happened),
          () -> assertEquals(List.of(), deadLinks(evidence, (List<?>) links)),
          () -> assertEquals(1280, width),
          () -> assertTrue((Integer) narrow <= 380, "it is " + narrow + " wide on a phone"));
    }
  }

  private static List<String> deadLinks(FetchedPackage evidence, List<?> links) {
    assertTrue(links.size() > 20, "the page links to what it speaks of");
    var html = evidence.text("index.html");
    return links.stream()
        .map(String::valueOf)
        .filter(
            link ->
                link.startsWith("#")
                    ? !html.contains("id=\"" + link.substring(1) + "\"")
                    : !evidence.files().containsKey(link))
        .toList();
  }
}
