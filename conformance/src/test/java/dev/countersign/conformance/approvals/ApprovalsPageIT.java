package dev.countersign.conformance.approvals;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.countersign.conformance.running.Chromium;
import dev.countersign.conformance.running.OnPayara;
import dev.countersign.conformance.running.Product;
import dev.countersign.conformance.running.TheWar;
import java.io.IOException;
import java.net.URL;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@OnPayara
@RunAsClient
@Tag("browser")
class ApprovalsPageIT {
  /** Rows in the page of a list. */
  private static final int PAGE = 20;

  private static @Nullable Chromium chromium;

  @ArquillianResource URL address;
  private Overseen overseen;
  private Stranger stranger;
  private Visit visit;

  @Deployment(testable = false)
  static WebArchive server() {
    return TheWar.atRoot();
  }

  @AfterAll
  static void leave_the_browser() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void open_the_page_on_a_phone() throws IOException {
    if (chromium == null) {
      chromium = Chromium.started();
    }
    overseen = Overseen.of(Product.deployedAt(address));
    stranger = Stranger.listening();
    visit = Visit.onPhone(chromium, overseen.url());
  }

  @AfterEach
  void leave() {
    visit.close();
    stranger.close();
  }

  private Page page() {
    return visit.page();
  }

  private Locator button(String name) {
    return page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private void open(String subject) {
    visit.signIn(overseen.oversightKey());
    page().locator(".item", new Page.LocatorOptions().setHasText(subject)).click();
    assertThat(page().locator("#subject")).containsText(subject);
  }

  @Test
  void a_message_is_read_and_approved_on_a_phone() {
    var subject = overseen.waiting("Invoice for March", "All **seven** items, as agreed.");
    open(subject);
    assertThat(page().locator(".facts").first()).containsText(Overseen.RECIPIENT);
    assertThat(page().locator(".facts").first()).containsText("not established");
    assertThat(visit.message().locator("strong")).hasText("seven");
    visit.fitsItsWidth();
    page().getByLabel("Note for the record").fill("Checked against the order");
    button("Approve and send").click();
    assertThat(page().getByRole(AriaRole.STATUS)).containsText("Approved");
    overseen.awaitStatus(subject, "sent");
  }

  @Test
  void a_rejected_message_leaves_the_queue_and_is_not_sent() {
    var subject = overseen.waiting("Too hasty", "Buy now.");
    open(subject);
    button("Reject").click();
    assertThat(page().getByRole(AriaRole.STATUS)).containsText("Rejected, not sent");
    assertThat(page().locator(".item", new Page.LocatorOptions().setHasText(subject))).hasCount(0);
    overseen.awaitStatus(subject, "rejected");
  }

  @Test
  void a_decision_can_be_made_with_the_keyboard_alone() {
    var subject = overseen.waiting("By keyboard", "Body.");
    page().getByLabel("Oversight key").focus();
    page().keyboard().type(overseen.oversightKey());
    page().keyboard().press("Enter");
    var item = page().locator(".item", new Page.LocatorOptions().setHasText(subject));
    item.focus();
    page().keyboard().press("Enter");
    assertThat(page().locator("#subject")).isFocused();
    button("Reject").focus();
    page().keyboard().press("Enter");
    overseen.awaitStatus(subject, "rejected");
  }

  @Test
  void what_an_agent_writes_executes_nothing_and_loads_nothing_remote() {
    var subject =
        overseen.waiting("\u202egnp.tnemyap <img src=x onerror=alert(1)>", stranger.markdown());
    open(subject.replace("\u202e", ""));
    assertThat(visit.message().locator("body")).containsText("bank.example");
    visit.triesEverything();
    assertEquals(List.of(), stranger.calls());
    visit.nothingRan();
    // The character that turns the direction is shown by its number, not obeyed.
    assertThat(page().locator("#subject")).containsText("U+202E");
  }

  @Test
  void hostile_markup_executes_nothing_and_loads_nothing_remote() throws IOException {
    var subject = overseen.waiting("Markup of a stranger", "Body.");
    var html = stranger.html();
    visit.changingPending(overseen, subject, item -> item.put("html", html));
    open(subject);
    assertThat(visit.message().locator("body")).containsText("END OF THE HOSTILE MESSAGE");
    visit.triesEverything();
    assertEquals(List.of(), stranger.calls());
    visit.nothingRan();
    assertEquals(2, page().frames().size(), "the page and the message's own frame, no other");
    button("Reject").click();
    overseen.awaitStatus(subject, "rejected");
  }

  @Test
  void hostile_mail_from_outside_executes_nothing_and_loads_nothing_remote() throws IOException {
    var subject = overseen.arrived(stranger.html());
    open(subject);
    assertThat(visit.message().locator("body")).containsText("END OF THE HOSTILE MESSAGE");
    visit.triesEverything();
    assertEquals(List.of(), stranger.calls());
    visit.nothingRan();
    button("Keep back").click();
    assertThat(page().getByRole(AriaRole.STATUS)).containsText("Kept back");
  }

  @Test
  void the_same_markup_outside_of_the_page_does_run_and_load() throws IOException {
    page().navigate(stranger.page());
    visit.triesEverythingOutside();
    assertTrue(stranger.calls().contains("/image.png"), stranger.calls().toString());
    assertTrue(stranger.calls().contains("/script"), stranger.calls().toString());
  }

  @Test
  void names_and_files_of_strangers_are_text() {
    var subject = overseen.waiting("Names of a stranger", "Body.");
    var markup = "<img src=x onerror=\"document.title='ran'\">";
    visit.changingPending(
        overseen,
        subject,
        item -> {
          for (var field : List.of("from", "agent_id", "mailbox", "text", "oversight_mode")) {
            item.put(field, markup);
          }
          item.putNull("html");
          item.putArray("to").add(markup);
          item.putArray("bcc").add("hidden@example.org");
          item.putArray("attachments")
              .addObject()
              .put("name", markup)
              .put("size", 1)
              .put("content_type", markup);
        });
    open(subject);
    assertEquals(0, page().locator("#message img").count());
    assertThat(page().locator("#message")).containsText("hidden (Bcc)");
    visit.triesEverything();
    visit.nothingRan();
    visit.fitsItsWidth();
  }

  @Test
  void a_decision_is_for_the_message_that_was_shown_and_for_no_other() {
    var subject = overseen.waiting("Changed meanwhile", "Body.");
    visit.changingPending(overseen, subject, item -> item.put("digest", "0".repeat(64)));
    open(subject);
    button("Approve and send").click();
    assertThat(page().getByRole(AriaRole.ALERT)).containsText("Nothing was done");
    overseen.awaitStatus(subject, "pending_send_approval");
  }

  @Test
  void a_queue_of_more_than_a_page_can_be_read_to_its_end() {
    for (int i = 0; i < PAGE; i++) {
      overseen.waiting("One of many", "Body.");
    }
    var last = overseen.waiting("Beyond the first page", "Body.");
    visit.signIn(overseen.oversightKey());
    var item = page().locator(".item", new Page.LocatorOptions().setHasText(last));
    assertThat(page().locator(".item")).hasCount(PAGE);
    while (item.count() == 0) {
      int shown = page().locator(".item").count();
      button("Show more").click();
      assertThat(page().locator(".item").nth(shown)).isVisible();
    }
    item.click();
    assertThat(page().locator("#subject")).containsText(last);
    overseen.cancelAll();
  }

  @Test
  void a_very_long_subject_stays_within_the_page() {
    var subject = overseen.waiting("W".repeat(900), "Body.");
    open(subject);
    visit.fitsItsWidth();
  }

  @Test
  void a_key_that_may_not_decide_sees_no_message() {
    overseen.waiting("Not for agents", "Body.");
    visit.present(overseen.agentKey());
    assertThat(page().getByRole(AriaRole.ALERT)).containsText("cannot decide");
    assertThat(page().locator(".item")).hasCount(0);
    assertThat(page().getByLabel("Oversight key")).isVisible();
  }

  @Test
  void the_key_is_in_this_tab_only_and_gone_after_signing_out() {
    visit.signIn(overseen.oversightKey());
    assertEquals(0, page().evaluate("localStorage.length"));
    assertEquals("", page().evaluate("document.cookie"));
    assertFalse(page().url().contains("mm_live_"));
    assertNotEquals(0, page().evaluate("sessionStorage.length"));
    button("Sign out").click();
    assertEquals(0, page().evaluate("sessionStorage.length"));
    assertThat(page().locator(".item")).hasCount(0);
    page().reload();
    assertThat(page().getByLabel("Oversight key")).isVisible();
  }

  @Test
  void the_page_allows_no_script_but_its_own_and_no_frame_around_it() {
    var policy = visit.headers().get("content-security-policy");
    for (var rule : List.of("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")) {
      assertTrue(policy != null && policy.contains(rule), "policy: " + policy);
    }
    assertEquals("nosniff", visit.headers().get("x-content-type-options"));
    assertFalse(visit.headers().containsKey("set-cookie"));
  }

  /** What a test changes in the queue's answer before the page sees it. */
  interface Change {
    void in(ObjectNode item);
  }
}
