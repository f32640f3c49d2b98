package dev.countersign.host.api.json;

import dev.countersign.host.inbound.authentication.Authentication;
import dev.countersign.host.inbound.authentication.ResultsField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who vouched for a message when it came in. Results are the words of RFC 8601.
 *
 * @param header the same as an Authentication-Results field has it
 * @param receivedBy api, smtp, lmtp or provider
 * @param envelopeFrom the sender of the envelope; empty for a report, null where nobody knows
 * @param spf null where nobody knows from where the message came
 */
public record AuthenticationJson(
    String header,
    String receivedBy,
    @Nullable String envelopeFrom,
    @Nullable Spf spf,
    List<Dkim> dkim,
    @Nullable Dmarc dmarc) {

  /** May the host send in this name? */
  public record Spf(String result, String identity, String domain) {}

  /** One signature. */
  public record Dkim(
      String result,
      String domain,
      String selector,
      int keyBits,
      boolean testing,
      @Nullable String reason) {}

  /** What the author's domain asks for, and whether the message meets it. */
  public record Dmarc(String result, String domain, @Nullable String policy, boolean testing) {}

  public static AuthenticationJson of(
      String host, String receivedBy, @Nullable String envelopeFrom, Authentication found) {
    var spf = found.spf();
    var dmarc = found.dmarc();
    return new AuthenticationJson(
        ResultsField.of(host, found),
        receivedBy,
        envelopeFrom,
        spf == null ? null : new Spf(spf.result().wire(), spf.identity(), spf.domain()),
        found.dkim().stream()
            .map(
                each ->
                    new Dkim(
                        each.result().wire(),
                        each.domain(),
                        each.selector(),
                        each.keyBits(),
                        each.testing(),
                        each.reason()))
            .toList(),
        dmarc == null
            ? null
            : new Dmarc(dmarc.result().wire(), dmarc.domain(), dmarc.policy(), dmarc.testing()));
  }
}
