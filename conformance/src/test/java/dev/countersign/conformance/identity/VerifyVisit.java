package dev.countersign.conformance.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.countersign.conformance.running.Chromium;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Somebody at the page that verifies, and everything that the page asked for or did on the way. */
final class VerifyVisit implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String KEYS = "/.well-known/countersign-keys.json";
  private static final int PHONE_WIDTH = 360;

  private final BrowserContext context;
  private final Page page;
  private final String url;
  private final Map<String, String> headers;
  private final List<String> unexpected = new ArrayList<>();

  private VerifyVisit(BrowserContext context, String url) {
    this.context = context;
    this.url = url;
    page = context.newPage();
    page.onPageError(error -> unexpected.add("error " + error));
    page.onDialog(
        dialog -> {
          unexpected.add("dialog " + dialog.message());
          dialog.dismiss();
        });
    headers = page.navigate(url + "/verify").headers();
    page.onRequest(
        request -> {
          var keys = request.method().equals("GET") && request.url().equals(url + KEYS);
          if (!keys || request.postDataBuffer() != null) {
            unexpected.add(request.method() + " " + request.url());
          }
        });
  }

  static VerifyVisit onPhone(Chromium chromium, String url) {
    return new VerifyVisit(
        chromium
            .browser()
            .newContext(new Browser.NewContextOptions().setViewportSize(PHONE_WIDTH, 740)),
        url);
  }

  Page page() {
    return page;
  }

  Map<String, String> headers() {
    return headers;
  }

  void choose(byte[] message) {
    page.locator("#file").setInputFiles(VerifyPageIT.eml(message));
  }

  void choose(Path file) {
    page.locator("#file").setInputFiles(file);
  }

  void paste(String text) {
    page.getByLabel("Message or header").fill(text);
    page.getByText("Verify", new Page.GetByTextOptions().setExact(true)).click();
  }

  void pasteKeys(String keys) {
    page.locator("#keys").evaluate("details => { details.open = true; }");
    page.locator("#keys-input").fill(keys);
  }

  void follow(String fragment) {
    page.evaluate("fragment => { location.hash = fragment; }", fragment);
  }

  /** Gives the page this in place of the server's keys. */
  void answeringKeys(String json) {
    page.unroute("**" + KEYS);
    page.route(
        "**" + KEYS,
        route ->
            route.fulfill(
                new Route.FulfillOptions().setContentType("application/json").setBody(json)));
  }

  /** Gives the page the server's keys with these members added to each. */
  void changingKeys(Map<String, Object> members) {
    page.unroute("**" + KEYS);
    answeringKeys(changed(context.request().get(url + KEYS).text(), members));
  }

  private static String changed(String json, Map<String, Object> members) {
    try {
      var keys = JSON.readTree(json);
      for (var key : keys.path("keys")) {
        members.forEach((name, value) -> ((ObjectNode) key).putPOJO(name, value));
      }
      return JSON.writeValueAsString(keys);
    } catch (JsonProcessingException e) {
      throw new AssertionError("the keys are not JSON: " + json, e);
    }
  }

  /** Nothing was uploaded, nobody else was asked, no code of a message ran. */
  void askedForKeysOnly() {
    assertEquals(List.of(), unexpected);
  }

  void fitsItsWidth() {
    assertEquals(PHONE_WIDTH, page.evaluate("document.documentElement.scrollWidth"));
  }

  @Override
  public void close() {
    page.unrouteAll();
    context.close();
  }
}
