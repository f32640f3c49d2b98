package dev.countersign.conformance.api;

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

/** The reference of the API, as a browser shows it. */
@OnPayara
@RunAsClient
@Tag("browser")
class ReferencePageIT {
  private static final Path PICTURES = Path.of("target", "reference-page");

  @ArquillianResource URL address;

  @Deployment(testable = false)
  static WebArchive server() {
    return TheWar.atRoot();
  }

  @Test
  void the_page_shows_every_operation_asks_this_server_only_and_calls_with_a_key() {
    var product = Product.deployedAt(address);
    // By the loopback address, which browsers trust without TLS, as an operator would try it.
    var base = "http://127.0.0.1:" + address.getPort();
    List<String> happened = new ArrayList<>();
    try (var chromium = Chromium.started()) {
      var page =
          chromium
              .browser()
              .newContext(new Browser.NewContextOptions().setViewportSize(1280, 900))
              .newPage();
      page.onConsoleMessage(message -> happened.add("console " + message.text()));
      page.onPageError(error -> happened.add("error " + error));
      page.onRequest(
          request -> {
            if (!request.url().startsWith(base) && !request.url().startsWith("data:")) {
              happened.add("request " + request.url());
            }
          });
      page.navigate(base + "/reference");
      page.waitForSelector(".opblock");
      var shown = page.locator(".opblock").count();
      page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("all.png")));
      var answer = triedOut(page, product.firstRun().agentKey());
      page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("one.png")));
      var api = new Described(product.anonymous().get("/v1/openapi.json").json());
      assertAll(
          () -> assertEquals(List.of(), happened),
          () -> assertEquals(api.operations().size(), shown),
          () -> assertTrue(answer.contains(product.firstRun().mailboxAddress()), answer));
    }
  }

  /** As a person does it: the key, the operation, Execute. */
  private static String triedOut(Page page, String key) {
    page.locator(".btn.authorize").first().click();
    page.locator(".auth-container input").fill(key);
    page.locator(".auth-btn-wrapper .authorize").click();
    page.locator(".auth-btn-wrapper .btn-done").click();
    var operation = page.locator("#operations-Mailboxes-listMailboxes");
    operation.locator(".opblock-summary-control").click();
    operation.locator(".try-out__btn").click();
    operation.locator(".execute").click();
    var answer = operation.locator(".live-responses-table .highlight-code").first();
    answer.waitFor();
    return answer.innerText();
  }
}
