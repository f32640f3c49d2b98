package dev.countersign.host.evidence;

import dev.countersign.host.identity.PublishedKey;
import dev.countersign.host.proofs.ProofReport;
import java.util.List;
import java.util.Set;

/** Who signs, what is proved, what is recorded. */
final class AssuranceSections {
  private final Facts facts;
  private final Set<String> files;

  AssuranceSections(Facts facts, Set<String> files) {
    this.facts = facts;
    this.files = files;
  }

  String signing() {
    var signing = facts.signing();
    var disclosure = signing.disclosure();
    var html =
        Markup.section("signing", "Signed identity and where the keys are")
            .raw(
                Markup.lead(
                    "Every message that leaves carries the tenant’s signature over its content,"
                        + " recipients and metadata. Whoever has the public keys checks it without"
                        + " asking this server."))
            .raw("<table><thead><tr><th>Key of this tenant</th><th>Signs from</th>")
            .raw("<th>Until</th><th></th></tr></thead><tbody>");
    for (PublishedKey key : facts.keys().keys()) {
      html.raw("<tr><td><code>")
          .say(key.kid())
          .raw("</code></td><td>")
          .say(key.nbf().toString())
          .raw("</td><td>")
          .say(key.retired().map(Object::toString).orElse(""))
          .raw("</td><td>")
          .raw(Markup.badge(state(key)))
          .raw("</td></tr>");
    }
    html.raw("</tbody></table><dl>")
        .raw(Markup.entry("Algorithm", signing.algorithm()))
        .raw(Markup.entry("Private halves", signing.keyStorage()))
        .raw(Markup.entry("Published at", String.join(", ", signing.publication())))
        .raw(
            Markup.entry(
                "Mailboxes that disclose AI",
                disclosure.disclosing() + " of " + disclosure.mailboxes()));
    signing
        .dkimDomains()
        .forEach(
            domain ->
                html.raw(
                    Markup.entry(
                        "Domain with DKIM of ours",
                        domain.domain() + (domain.signing() ? ", signing" : ", not signing"))));
    return html.raw("</dl>")
        .raw(
            Markup.files(
                files, List.of("signing/configuration.json", "signing/countersign-keys.json")))
        .raw("</section>")
        .text();
  }

  private static String state(PublishedKey key) {
    if (key.revocation().isPresent()) {
      return "revoked";
    }
    return key.current() ? "signs" : "retired";
  }

  String proved() {
    var proofs = facts.proofs();
    var html =
        Markup.section("proved", "What is proved, and whether it is about this build")
            .raw("<p class=\"lead\">")
            .raw(Markup.badge(proofs.status()))
            .say(" " + proofs.says())
            .raw(
                "</p><table class=\"proved\"><thead><tr><th>Law</th><th>Claim</th><th>Theorem (Lean)</th>")
            .raw("<th>Contract (Java)</th></tr></thead><tbody>");
    for (var law : proofs.laws()) {
      html.raw("<tr><td><code>")
          .say(law.law())
          .raw("</code></td><td>")
          .say(law.label().replace("`", ""))
          .raw("</td><td><code>")
          .say(law.theorem().substring(law.theorem().lastIndexOf('/') + 1))
          .raw("</code></td><td><code>")
          .say(law.contract())
          .raw("</code></td></tr>");
    }
    html.raw("</tbody></table><dl>")
        .raw(Markup.entry("Kernel that runs", proofs.kernelSha256()))
        .raw(Markup.entry("Proofs in its archive", proofs.proofsSha256()))
        .raw(Markup.entry("The whole archive", proofs.warSha256()))
        .raw("</dl>");
    ProofReport report = proofs.report();
    if (report != null) {
      html.raw("<h3>What the last whole run of this build saw</h3><dl>");
      report.stages().forEach(stage -> html.raw(Markup.entry(stage.title(), stage.state().wire())));
      html.raw("</dl>");
    }
    return html.raw(
            Markup.files(
                files,
                List.of(
                    "proofs/CLAIMS.md",
                    "proofs/proof-status.json",
                    "conformance/report.json",
                    "docs/ASSUMPTIONS.md")))
        .raw("</section>")
        .text();
  }

  String audit() {
    var ledger = facts.ledger();
    var html =
        Markup.section("audit", "The record of every call")
            .raw(
                Markup.lead(
                    "One signed entry for each call, in the transaction that it describes: who, with"
                        + " which key, on what, under which mode and policy, and how it ended. The"
                        + " entries are in a Merkle log whose checkpoint is in this package: who"
                        + " keeps it notices later if any entry before it was changed or dropped."))
            .raw("<dl>")
            .raw(Markup.entry("Entries", Markup.number(ledger.entries())))
            .raw(Markup.entry("of them refused calls", Markup.number(ledger.refused())))
            .raw(Markup.entry("From", String.valueOf(ledger.first())))
            .raw(Markup.entry("To", String.valueOf(ledger.last())))
            .raw("</dl><h3>Actions seen</h3><ul class=\"actions\">");
    ledger
        .actions()
        .forEach(
            (action, count) ->
                html.raw("<li><code>")
                    .say(action)
                    .raw("</code><span>")
                    .say(Markup.number(count))
                    .raw("</span></li>"));
    return html.raw("</ul>")
        .raw(
            Markup.files(
                files,
                List.of(
                    "audit/log.json",
                    "audit/checkpoint.txt",
                    "audit/keys.txt",
                    "audit/transparency-log.md",
                    "audit/ledger-entry-1.json",
                    "audit/ledger-actions-1.json")))
        .raw("</section>")
        .text();
  }
}
