package dev.countersign.host.evidence;

import dev.countersign.host.api.json.ProofStatusJson;
import dev.countersign.host.platform.Html;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * The page that a security officer reads first, in ten minutes: no scripts, nothing from elsewhere,
 * fit to be printed. Every figure in it is in a file beside it.
 */
final class IndexPage {
  private final Facts facts;
  private final Set<String> files;

  /**
   * @param files paths of the files beside the page
   */
  IndexPage(Facts facts, Set<String> files) {
    this.facts = facts;
    this.files = files;
  }

  String html() {
    var assurance = new AssuranceSections(facts, files);
    var operation = new OperationSections(facts, files);
    return new Html()
        .raw("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">")
        .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
        .raw("<title>Countersign: evaluation package</title><style>")
        .raw(style("/evidence/report.css"))
        .raw(style("/evidence/index.css"))
        .raw("</style></head><body><main>")
        .raw(heading())
        .raw(summary())
        .raw(assurance.signing())
        .raw(assurance.proved())
        .raw(assurance.audit())
        .raw(operation.retention())
        .raw(operation.domains())
        .raw(operation.regulation())
        .raw(operation.components())
        .raw(operation.checking())
        .raw("</main></body></html>\n")
        .text();
  }

  private String heading() {
    boolean checked = facts.proofs().status().equals("checked");
    return new Html()
        .raw("<header><h1>Evaluation package</h1><p class=\"verdict ")
        .raw(checked ? "passed" : "open")
        .raw("\">")
        .say(checked ? "This build was checked" : "This build was not checked here")
        .raw("</p><p class=\"when\">Countersign, for ")
        .say(facts.tenant() + ", ")
        .say(facts.madeAt().toString().replace('T', ' ').replace("Z", " UTC"))
        .raw("</p></header>")
        .text();
  }

  private String summary() {
    ProofStatusJson proofs = facts.proofs();
    var domains = facts.domains();
    return new Html()
        .raw("<section class=\"summary\">")
        .raw(
            fact(
                "Who sent it?",
                "Every message is signed by the tenant’s key; anybody checks that" + " offline.",
                Markup.counted(facts.keys().keys().size(), "key") + " of this tenant, published"))
        .raw(
            fact(
                "Who decided?",
                "Oversight is enforced by the server and proved of its kernel.",
                proofs.laws().size() + " laws claimed, each in four places"))
        .raw(
            fact(
                "What happened?",
                "Every call is an entry, refused ones too; nothing updates or" + " deletes one.",
                String.format(Locale.ROOT, "%,d entries", facts.ledger().entries())))
        .raw(
            fact(
                "To whom?",
                "Recipients’ domains are judged before a message leaves; unknown is"
                    + " never taken for harmless.",
                Markup.counted(domains.reach().messages(), "message")
                    + " in "
                    + domains.days()
                    + " days"))
        .raw("</section>")
        .text();
  }

  private static String fact(String question, String answer, String figure) {
    return new Html()
        .raw("<article><h2>")
        .say(question)
        .raw("</h2><p>")
        .say(answer)
        .raw("</p><ul><li><b>")
        .say(figure)
        .raw("</b></li></ul></article>")
        .text();
  }

  private static String style(String name) {
    try (InputStream css = IndexPage.class.getResourceAsStream(name)) {
      if (css == null) {
        throw new IOException(name + " is not in this build");
      }
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
