package dev.countersign.host.evidence;

import dev.countersign.host.platform.Html;
import java.util.List;
import java.util.Set;

/** Recipients, law and standards, components, and how to check the package itself. */
final class OperationSections {
  private static final int RUNS_SHOWN = 5;

  private final Facts facts;
  private final Set<String> files;

  OperationSections(Facts facts, Set<String> files) {
    this.facts = facts;
    this.files = files;
  }

  String retention() {
    var kept = facts.retention();
    var html =
        Markup.section("retention", "How long things are kept")
            .raw(
                Markup.lead(
                    "What people wrote is erased when its time is over, unless a legal hold keeps it"
                        + " or it still waits for somebody. Ledger entries stay, and so do their"
                        + " hashes, order and proofs."))
            .raw("<table><thead><tr><th>What</th><th class=\"number\">Kept for days</th>")
            .raw("<th class=\"number\">At least</th></tr></thead><tbody>")
            .raw(
                row(
                    "Messages, since they last changed",
                    kept.policy().contentDays(),
                    kept.least().contentDays()))
            .raw(
                row(
                    "Notes and typed names beside ledger entries",
                    kept.policy().ledgerPersonalDays(),
                    kept.least().ledgerPersonalDays()))
            .raw(
                row(
                    "Deliveries to webhooks",
                    kept.policy().webhookHistoryDays(),
                    kept.least().webhookHistoryDays()))
            .raw("</tbody></table><dl>")
            .raw(
                Markup.entry(
                    "Policy",
                    kept.setAt() == null
                        ? "defaults of the installation"
                        : "set by an operator, " + kept.setAt()))
            .raw(Markup.entry("Legal holds in force", Markup.number(kept.holdsInForce())));
    kept.runs().stream()
        .limit(RUNS_SHOWN)
        .forEach(
            run ->
                html.raw(
                    Markup.entry(
                        "Erased " + run.at(),
                        run.erased().messages()
                            + " messages, "
                            + run.erased().ledgerPersonal()
                            + " notes, "
                            + run.erased().webhookHistory()
                            + " deliveries")));
    return html.raw("</dl>")
        .raw(Markup.files(files, List.of("retention/policy.json")))
        .raw("</section>")
        .text();
  }

  private static String row(String what, int days, int least) {
    return new Html()
        .raw("<tr><td>")
        .say(what)
        .raw("</td><td class=\"number\">")
        .say(Markup.number(days))
        .raw("</td><td class=\"number\">")
        .say(Markup.number(least))
        .raw("</td></tr>")
        .text();
  }

  String domains() {
    var domains = facts.domains();
    var reach = domains.reach();
    var html =
        Markup.section("domains", "Domain intelligence: what is looked at")
            .raw(
                Markup.lead(
                    "Before a message leaves, each recipient’s domain is judged by these signals."
                        + " What cannot be found out goes to a person, in every mode."))
            .raw("<ul class=\"switches\">");
    reach.signalsOn().forEach(signal -> html.raw(signal(signal, "on")));
    reach.signalsOff().forEach(signal -> html.raw(signal(signal, "off")));
    html.raw("</ul><dl>")
        .raw(Markup.entry("Resolvers asked", Markup.number(domains.resolvers())))
        .raw(Markup.entry("DNSSEC", domains.dnssec()))
        .raw(Markup.entry("Blocklists", named(domains.blocklists())))
        .raw(Markup.entry("Kept in memory", Markup.number(domains.cacheFindings()) + " findings"));
    domains
        .lists()
        .forEach(
            list ->
                html.raw(
                    Markup.entry(
                        "List: " + list.use(),
                        list.file() + (list.changedAt() == null ? "" : ", " + list.changedAt()))));
    return html.raw("</dl><h3>Outgoing messages of the last ")
        .say(domains.days() + " days")
        .raw("</h3><dl>")
        .raw(Markup.entry("Messages", Markup.number(reach.messages())))
        .raw(Markup.entry("Recipients’ domains judged", Markup.number(reach.judged())))
        .raw(Markup.entry("Unknown: left to a person", Markup.number(reach.unknown())))
        .raw(Markup.entry("Blocked", Markup.number(reach.blocked())))
        .raw(Markup.entry("Different domains", Markup.number(reach.domains())))
        .raw("</dl>")
        .raw(Markup.files(files, List.of("domains/coverage.json")))
        .raw("</section>")
        .text();
  }

  private static String signal(String name, String state) {
    return new Html()
        .raw("<li>")
        .raw(Markup.badge(state))
        .say(" " + name.replace('_', ' '))
        .raw("</li>")
        .text();
  }

  private static String named(List<String> names) {
    return names.isEmpty() ? "none" : String.join(", ", names);
  }

  String regulation() {
    var html =
        Markup.section("regulation", "Law and standards: what this is evidence for")
            .raw(
                Markup.lead(
                    "A map, not a claim: no product complies for you. The middle says what is here,"
                        + " the right what stays with whoever deploys it. Requirements are in our own"
                        + " words; read the texts themselves."))
            .raw("<table class=\"map\"><thead><tr><th>Asked for</th><th>What the product does</th>")
            .raw("<th>Where the evidence is</th><th>What remains yours</th></tr></thead><tbody>");
    String framework = "";
    for (Duty duty : facts.duties()) {
      if (!duty.framework().equals(framework)) {
        framework = duty.framework();
        html.raw("<tr class=\"framework\"><td colspan=\"4\">").say(framework).raw("</td></tr>");
      }
      html.raw("<tr><td><b>")
          .say(duty.reference())
          .raw("</b><small>")
          .say(duty.about())
          .raw("</small></td><td>")
          .say(duty.does())
          .raw("</td><td>")
          .raw(Markup.links(files, duty.evidence()))
          .raw("</td><td>")
          .say(duty.remains())
          .raw("</td></tr>");
    }
    return html.raw("</tbody></table>")
        .raw(Markup.files(files, List.of("regulation/map.json")))
        .raw("</section>")
        .text();
  }

  String components() {
    var html =
        Markup.section("components", "Components")
            .raw(
                Markup.lead(
                    "The libraries in the archive, with hashes and dependencies in the CycloneDX"
                        + " file. The application server, the Java runtime and the database are"
                        + " chosen by the operator and not in this list."))
            .raw("<ul class=\"components\">");
    for (Component component : facts.components()) {
      html.raw("<li><code>")
          .say(component.name())
          .raw("</code> ")
          .say(component.version())
          .raw(" <small>")
          .say(component.licence())
          .raw("</small></li>");
    }
    return html.raw("</ul>")
        .raw(Markup.files(files, List.of("build/sbom.cdx.json")))
        .raw("</section>")
        .text();
  }

  String checking() {
    String key = facts.signing().tenantKey();
    return Markup.section("check", "To check this package")
        .raw(
            Markup.lead(
                "manifest.json has the SHA-256 of every file; the tenant’s key signed it. Take the"
                    + " public key from where it is published, not from here, or compare its"
                    + " thumbprint "
                    + key
                    + "."))
        .raw("<pre>")
        .say(
            "./countersign evidence --check FILE.zip --keys https://…/.well-known/countersign-keys.json\n\n")
        .say("# the same without us, in the unpacked folder\n")
        .say("openssl dgst -sha256 -verify signing/" + key + ".pem \\\n")
        .say("  -signature manifest.json.sig manifest.json\n")
        .say(
            "jq -r '.files | to_entries[] | .value + \"  \" + .key' manifest.json | sha256sum -c --quiet")
        .raw("</pre></section>")
        .text();
  }
}
