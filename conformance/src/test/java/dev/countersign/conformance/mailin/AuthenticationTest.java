package dev.countersign.conformance.mailin;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.conformance.domains.LoopbackDns;
import dev.countersign.conformance.running.Programs;
import dev.countersign.host.domains.dns.Resolvers;
import dev.countersign.host.inbound.authentication.Authentication;
import dev.countersign.host.inbound.authentication.Authenticator;
import dev.countersign.host.inbound.authentication.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who vouches for a message, from real packets of a name server and signatures of another's. */
class AuthenticationTest {
  // RFC 8463, appendix A, less the signature by RSA.
  private static final String FOOTBALL =
      """
      DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed;
       d=football.example.com; i=@football.example.com;
       q=dns/txt; s=brisbane; t=1528637909; h=from : to :
       subject : date : message-id : from : subject : date;
       bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;
       b=/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11Bus
       Fa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==
      From: Joe SixPack <joe@football.example.com>
      To: Suzie Q <suzie@shopping.example.net>
      Subject: Is dinner ready?
      Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)
      Message-ID: <20030712040037.46341.5F8J@football.example.com>

      Hi.

      We lost the game.  Are you hungry yet?

      Joe.
      """;

  private final LoopbackDns dns = new LoopbackDns();
  private final Authenticator authenticator =
      new Authenticator(new Resolvers(List.of(dns.address()), Duration.ofSeconds(5)));
  private final long now = System.currentTimeMillis() / 1000;

  @AfterEach
  void close() {
    dns.close();
  }

  private Authentication examine(byte[] mail, String peer, String sender) {
    return authenticator.examine(
        mail, new Authenticator.From(Optional.of(peer), "mx.shop.example", sender), now);
  }

  private static byte[] wire(String text) {
    return text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          v=spf1 ip4:192.0.2.0/24 -all                    | PASS
          v=spf1 ip4:198.51.100.1 -all                    | FAIL
          v=spf1 ip4:198.51.100.1 ~all                    | SOFTFAIL
          v=spf1 ?all                                     | NEUTRAL
          v=spf1 mx -all                                  | PASS
          v=spf1 a:mx.shop.example -all                   | PASS
          v=spf1 include:other.example -all               | PASS
          v=spf1 redirect=other.example                   | PASS
          v=spf1 exists:%{i}.allowed.example -all         | PASS
          v=spf1 ip4:192.0.2 -all                         | PERMERROR
          v=spf1 include:loop.example -all                | PERMERROR
          v=spf1 include:silent.example -all              | TEMPERROR
          no policy                                       | NONE
          """)
  void spf_says_whether_the_host_may_send_in_that_name(String record, Result result) {
    dns.withText("shop.example.", List.of(record))
        .with(
            "shop.example. IN MX 10 mx.shop.example.",
            "mx.shop.example. IN A 192.0.2.1",
            "192.0.2.1.allowed.example. IN A 127.0.0.2",
            "other.example. IN TXT \"v=spf1 ip4:192.0.2.1 -all\"",
            "loop.example. IN TXT \"v=spf1 include:loop.example -all\"")
        .failing("silent.example.", LoopbackDns.Fault.SERVFAIL);
    var spf = examine(wire("From: a@shop.example\n\nx\n"), "192.0.2.1", "a@shop.example").spf();
    assertEquals(result, Objects.requireNonNull(spf).result());
  }

  @Test
  void a_report_has_no_sender_and_is_vouched_for_by_the_name_of_its_host() {
    dns.with("mx.shop.example. IN TXT \"v=spf1 a -all\"", "mx.shop.example. IN A 192.0.2.1");
    var spf = examine(wire("From: a@shop.example\n\nx\n"), "192.0.2.1", "").spf();
    assertEquals(new Authentication.Spf(Result.PASS, "helo", "mx.shop.example"), spf);
  }

  @Test
  void the_published_example_of_a_signature_holds_and_a_changed_one_does_not() {
    dns.withText(
        "brisbane._domainkey.football.example.com.",
        List.of("v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="));
    assertAll(
        () -> assertEquals(Result.PASS, dkim(wire(FOOTBALL)).result()),
        () ->
            assertEquals("body was changed", dkim(wire(FOOTBALL.replace("lost", "won"))).reason()),
        () ->
            assertEquals(
                "signature does not fit",
                dkim(wire(FOOTBALL.replace("dinner", "supper"))).reason()),
        () ->
            assertEquals(
                Result.FAIL,
                dkim(wire(FOOTBALL.replace("\nTo:", "\nFrom: evil@football.example.com\nTo:")))
                    .result()),
        () -> assertEquals(Result.PASS, dkim(wire("Received: by x\n" + FOOTBALL)).result()),
        () ->
            assertEquals(Result.POLICY, dkim(wire(FOOTBALL.replace("q=dns/txt", "l=5"))).result()),
        () ->
            assertEquals(
                Result.PERMERROR,
                dkim(wire(FOOTBALL.replace("t=1528637909", "t=1528637909; x=1528637910")))
                    .result()));
  }

  @Test
  void a_key_that_cannot_be_had_now_is_not_a_bad_one() {
    dns.failing("brisbane._domainkey.football.example.com.", LoopbackDns.Fault.SERVFAIL);
    assertEquals(Result.TEMPERROR, dkim(wire(FOOTBALL)).result());
  }

  private Authentication.Dkim dkim(byte[] mail) {
    return examine(mail, "192.0.2.1", "a@shop.example").dkim().getFirst();
  }

  @ParameterizedTest
  @ValueSource(strings = {"simple/simple", "simple/relaxed", "relaxed/simple", "relaxed/relaxed"})
  void what_dkimpy_signs_is_verified_in_every_form(String form, @TempDir Path folder)
      throws IOException, GeneralSecurityException {
    var keys = keys(2048);
    publish("shop.example", keys, "");
    byte[] signed =
        signed(folder, keys, "From: A <a@shop.example>\nSubject: x\n\n one  two \n\n\n", form);
    var found = dkim(signed);
    assertEquals(Result.PASS, found.result(), found.toString());
    assertEquals(2048, found.keyBits());
  }

  @Test
  void a_short_key_is_not_believed_and_a_key_on_trial_is_told(@TempDir Path folder)
      throws IOException, GeneralSecurityException {
    var weak = keys(512);
    publish("shop.example", weak, "");
    var mail = "From: A <a@shop.example>\nSubject: x\n\nwords\n";
    assertEquals(Result.POLICY, dkim(signed(folder, weak, mail, "relaxed/relaxed")).result());
    var keys = keys(1024);
    publish("trial.example", keys, "t=y; ");
    var found = dkim(signed(folder, keys, mail.replace("shop", "trial"), "relaxed/relaxed"));
    assertTrue(found.testing() && found.result() == Result.PASS, found.toString());
  }

  private static KeyPair keys(int bits) throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(bits);
    return generator.generateKeyPair();
  }

  private void publish(String domain, KeyPair keys, String more) {
    String p = Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    String text = "v=DKIM1; k=rsa; " + more + "p=" + p;
    dns.withText(
        "s1._domainkey." + domain + ".",
        text.length() <= 255
            ? List.of(text)
            : List.of(text.substring(0, 255), text.substring(255)));
  }

  /** By another implementation than ours. */
  private static byte[] signed(Path folder, KeyPair keys, String mail, String form)
      throws IOException {
    Programs.needed("/usr/bin/python3", "-c", "import dkim");
    var pem =
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded())
            + "\n-----END PRIVATE KEY-----\n";
    Path key = Files.writeString(folder.resolve("key.pem"), pem);
    Path message = Files.write(folder.resolve("mail"), wire(mail));
    Path out = folder.resolve("signed");
    String domain = mail.substring(mail.indexOf('@') + 1, mail.indexOf('>'));
    var script =
        """
        import dkim,sys
        m=open(sys.argv[2],'rb').read()
        c=tuple(x.encode() for x in sys.argv[4].split('/'))
        s=dkim.sign(m,b's1',sys.argv[5].encode(),open(sys.argv[1],'rb').read(),canonicalize=c)
        open(sys.argv[3],'wb').write(s+m)
        """;
    try {
      var process =
          new ProcessBuilder(
                  "/usr/bin/python3",
                  "-c",
                  script,
                  key.toString(),
                  message.toString(),
                  out.toString(),
                  form,
                  domain)
              .redirectErrorStream(true)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, process.waitFor(), said);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return Files.readAllBytes(out);
  }

  @ParameterizedTest
  @CsvSource({
    "a@shop.example, 192.0.2.1, a@shop.example, PASS",
    "a@shop.example, 192.0.2.1, b@mail.shop.example, PASS",
    "a@shop.example, 192.0.2.9, a@shop.example, FAIL",
    "a@shop.example, 192.0.2.1, a@elsewhere.example, FAIL",
    "a@tight.example, 192.0.2.1, b@mail.tight.example, FAIL",
    "a@none.example, 192.0.2.1, a@shop.example, NONE",
    "a@gone.example, 192.0.2.1, a@shop.example, TEMPERROR",
  })
  void dmarc_holds_for_what_stands_for_the_authors_domain(
      String author, String peer, String sender, Result result) {
    dns.with(
            "shop.example. IN TXT \"v=spf1 ip4:192.0.2.1 -all\"",
            "mail.shop.example. IN TXT \"v=spf1 ip4:192.0.2.1 -all\"",
            "mail.tight.example. IN TXT \"v=spf1 ip4:192.0.2.1 -all\"",
            "elsewhere.example. IN TXT \"v=spf1 ip4:192.0.2.1 -all\"",
            "_dmarc.shop.example. IN TXT \"v=DMARC1; p=reject\"",
            "_dmarc.tight.example. IN TXT \"v=DMARC1; p=reject; aspf=s\"")
        .failing("_dmarc.gone.example.", LoopbackDns.Fault.SERVFAIL);
    var dmarc = examine(wire("From: " + author + "\n\nx\n"), peer, sender).dmarc();
    assertEquals(result, Objects.requireNonNull(dmarc).result());
  }

  @Test
  void two_authors_cannot_be_vouched_for() {
    for (String from :
        List.of(
            "From: a@shop.example, b@shop.example\n",
            "From: a@shop.example\nFrom: b@evil.example\n",
            "Subject: x\rFrom: b@evil.example\nFrom: a@shop.example\n",
            "From: a@shop.example,\r b@evil.example\n",
            "From: a@shop.example\rFrom: b@evil.example\n",
            "From: nobody\n",
            "")) {
      var dmarc = examine(wire(from + "Subject: x\n\nx\n"), "192.0.2.1", "a@shop.example").dmarc();
      assertEquals(Result.PERMERROR, Objects.requireNonNull(dmarc).result(), from);
    }
  }
}
