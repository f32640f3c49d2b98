package dev.countersign.conformance.identity;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import dev.countersign.conformance.running.Chromium;
import dev.countersign.conformance.running.Drafts;
import dev.countersign.conformance.running.OnPayara;
import dev.countersign.conformance.running.Product;
import dev.countersign.conformance.running.TheWar;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.junit.jupiter.api.io.TempDir;

/** The page that verifies, in a real browser, on mail that the product sent. */
@OnPayara
@RunAsClient
@Tag("browser")
class VerifyPageIT {
  private static final String GENUINE_CLAIM =
      "The claim is genuine, the message is not as it was signed";

  private static @Nullable Chromium chromium;
  private static @Nullable Wire mail;

  @ArquillianResource URL address;
  @TempDir Path folder;
  private VerifyVisit visit;

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
  void open_the_page_on_a_phone() {
    if (chromium == null) {
      chromium = Chromium.started();
    }
    if (mail == null) {
      mail = Wire.of(Product.deployedAt(address).deliver(Drafts.to(Drafts.somebody())).bytes());
    }
    // Browsers give Web Crypto to https:// and to this machine only.
    visit = VerifyVisit.onPhone(chromium, "http://127.0.0.1:" + address.getPort());
  }

  @AfterEach
  void nothing_unexpected_happened() {
    visit.askedForKeysOnly();
    visit.fitsItsWidth();
    visit.close();
  }

  private Wire mail() {
    return Optional.ofNullable(mail).orElseThrow();
  }

  @Test
  void a_good_message_is_verified_and_says_who_for_whom_and_how() {
    visit.choose(mail().bytes());
    shows("Verified");
    Locator facts = visit.page().locator("#facts");
    assertThat(facts).containsText(mail().valueOf("X-MultiMail-Agent-Id").orElseThrow());
    assertThat(facts).containsText(mail().valueOf("X-MultiMail-Tenant").orElseThrow());
    assertThat(facts).containsText("A person approved the message before it left.");
    assertThat(visit.page().locator("#proven")).containsText("written by an AI agent");
    assertThat(visit.page().locator("#unproven")).containsText("is true");
  }

  @Test
  void a_pasted_source_is_verified_too() {
    visit.paste(mail().text().replace("\r\n", "\n"));
    shows("Verified");
  }

  @Test
  void a_changed_message_is_told_apart_from_its_genuine_claim() {
    visit.choose(mail().withValue("Subject", old -> "[list] " + old).bytes());
    shows(GENUINE_CLAIM);
    assertThat(visit.page().locator("#reasons")).containsText("Mailing lists and forwarders");
    visit.choose(mail().withValue("X-MultiMail-Identity", old -> "e" + old).bytes());
    shows("Not verified");
  }

  @Test
  void unknown_keys_verify_nothing() {
    visit.answeringKeys("{\"keys\":[]}");
    visit.choose(mail().bytes());
    shows("Not verified");
    assertThat(visit.page().locator("#reasons")).containsText("none of the tenant");
  }

  @Test
  void a_revoked_key_verifies_nothing_and_a_retired_one_what_it_signed_before() {
    long now = Instant.now().getEpochSecond();
    visit.changingKeys(Map.of("revoked", now, "revocation_reason", "stolen"));
    visit.choose(mail().bytes());
    shows("Not verified");
    assertThat(visit.page().locator("#reasons")).containsText("was revoked");
    visit.changingKeys(Map.of("retired", now));
    visit.choose(mail().bytes());
    shows("Verified");
    visit.changingKeys(Map.of("retired", now - 86_400));
    visit.choose(mail().bytes());
    shows("Not verified");
    assertThat(visit.page().locator("#reasons")).containsText("not in use at the time");
  }

  @Test
  void garbage_and_unsigned_mail_are_not_verified() {
    byte[] noise = new byte[100_000];
    new java.util.Random(7).nextBytes(noise);
    visit.choose(noise);
    shows("Not signed");
    visit.choose(
        "From: a@b.example\r\nX-AI-Generated: true\r\n\r\nHi\r\n"
            .getBytes(StandardCharsets.US_ASCII));
    shows("Not signed");
    visit.paste("X-MultiMail-Identity: hello.world");
    shows("Not verified");
    visit.paste("hello");
    shows("Not signed");
  }

  @Test
  void huge_input_is_refused_or_judged_but_never_hangs_the_page() throws IOException {
    visit.choose(padded("large.eml", 30L << 20));
    assertThat(visit.page().locator("#result")).isVisible();
    visit.choose(padded("larger.eml", (64L << 20) + 1));
    shows("Not checked");
    assertThat(visit.page().locator("#summary")).containsText("larger than 64 MiB");
  }

  private Path padded(String name, long size) throws IOException {
    Path made = folder.resolve(name);
    try (var file = new RandomAccessFile(made.toFile(), "rw")) {
      file.write(mail().bytes());
      file.setLength(size);
    }
    return made;
  }

  @Test
  void a_header_alone_shows_whom_the_service_vouched_for() {
    visit.paste(mail().token());
    shows("The claim is genuine");
    assertThat(visit.page().locator("#facts")).containsText("gated_send");
    assertThat(visit.page().locator("#unproven")).containsText("Any message");
    visit.paste("X-MultiMail-Identity: " + mail().token().replaceFirst("(.{70})", "$1\n  "));
    shows("The claim is genuine");
    visit.paste(mail().text().substring(0, mail().bodyStart() - 4).replace("\r\n", "\n"));
    shows("The claim is genuine");
    visit.paste(mail().token().substring(1));
    shows("Not verified");
  }

  @Test
  void a_claim_is_judged_from_the_address_alone() {
    visit.follow("#" + mail().token());
    shows("The claim is genuine");
    visit.follow("#" + mail().token() + "A");
    shows("Not verified");
  }

  @Test
  void pasted_keys_are_used_in_place_of_the_servers_and_names_stay_text() throws IOException {
    var sender = Sender.inNewFolder();
    var signed = sender.wire(Samples.shapes().getLast(), true);
    visit.choose(signed.bytes());
    shows("Not verified");
    visit.pasteKeys(PublishedKeySet.of(sender));
    visit.choose(signed.bytes());
    shows("Verified");
    assertThat(visit.page().locator("#facts")).containsText("acme-corp é \"世\uD83D\uDE00\"");
    assertEquals(0, visit.page().locator("#result img, #result script, #result a").count());
    visit.pasteKeys("not keys");
    visit.choose(signed.bytes());
    shows("Not checked");
  }

  @Test
  void the_page_allows_no_script_but_its_own_and_no_address_but_this_servers() {
    var policy = visit.headers().getOrDefault("content-security-policy", "");
    for (var rule :
        List.of(
            "default-src 'none'",
            "script-src 'self'",
            "connect-src 'self'",
            "frame-ancestors 'none'",
            "form-action 'none'",
            "trusted-types 'none'")) {
      assertTrue(policy.contains(rule), "policy: " + policy);
    }
  }

  private void shows(String verdict) {
    assertThat(visit.page().locator("#verdict")).hasText(verdict);
  }

  /** A file as the page's own control is given it. */
  static FilePayload eml(byte[] bytes) {
    return new FilePayload("mail.eml", "message/rfc822", bytes);
  }
}
