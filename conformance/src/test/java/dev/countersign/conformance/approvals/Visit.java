package dev.countersign.conformance.approvals;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.countersign.conformance.running.Chromium;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One approver's look at the page, with everything that happened on the way. */
final class Visit implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PHONE_WIDTH = 360;

  private final BrowserContext context;
  private final Page page;
  private final Map<String, String> headers;
  private final List<String> happened = new ArrayList<>();

  private Visit(BrowserContext context, String url) {
    this.context = context;
    page = context.newPage();
    page.onDialog(
        dialog -> {
          happened.add("dialog " + dialog.message());
          dialog.dismiss();
        });
    page.onPopup(popup -> happened.add("popup " + popup.url()));
    page.onPageError(error -> happened.add("error " + error));
    // Requests that the page's policy stops are told of too, but get no answer.
    page.onResponse(
        answer -> {
          if (!answer.url().startsWith(url + "/") && !answer.url().startsWith("data:")) {
            happened.add("answer from " + answer.url());
          }
        });
    headers = page.navigate(url + "/approvals").headers();
  }

  static Visit onPhone(Chromium chromium, String url) {
    return new Visit(
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

  void present(String key) {
    page.getByLabel("Oversight key").fill(key);
    page.keyboard().press("Enter");
  }

  void signIn(String key) {
    present(key);
    assertThat(page.locator("#queue")).isVisible();
  }

  FrameLocator message() {
    return page.frameLocator("iframe.frame");
  }

  /** Changes this message on its way from the real server to the page. */
  void changingPending(Overseen overseen, String subject, ApprovalsPageIT.Change change) {
    page.route(
        "**/v1/oversight/pending",
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody(changed(overseen.pending(), subject, change))));
  }

  private static String changed(String body, String subject, ApprovalsPageIT.Change change) {
    try {
      var list = JSON.readTree(body);
      for (var item : list.path("items")) {
        if (item.path("subject").asText().equals(subject)) {
          change.in((ObjectNode) item);
        }
      }
      return JSON.writeValueAsString(list);
    } catch (JsonProcessingException e) {
      throw new AssertionError("the queue is not JSON: " + body, e);
    }
  }

  /** Clicks whatever the shown message offers, and gives slow tricks their time. */
  void triesEverything() {
    page.frames().stream().filter(frame -> frame.parentFrame() != null).forEach(Visit::clickAll);
    page.waitForTimeout(1000);
  }

  /** The same for the page's own document. */
  void triesEverythingOutside() {
    clickAll(page.mainFrame());
    page.waitForTimeout(1000);
  }

  private static void clickAll(Frame frame) {
    for (var each : frame.locator("a, button, summary, input").all()) {
      each.dispatchEvent("click");
    }
  }

  /** No code of a message ran, and nobody but the server was asked for anything. */
  void nothingRan() {
    assertEquals(List.of(), happened);
    assertTrue(page.title().endsWith("Approvals · Countersign"), page.title());
  }

  void fitsItsWidth() {
    assertEquals(PHONE_WIDTH, page.evaluate("document.documentElement.scrollWidth"));
  }

  @Override
  public void close() {
    // Answers that are still being changed would find no page to go to.
    page.unrouteAll();
    context.close();
  }
}
