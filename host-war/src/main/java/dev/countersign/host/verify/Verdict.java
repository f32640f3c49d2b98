package dev.countersign.host.verify;

import dev.countersign.host.identity.AgentIdentity;
import dev.countersign.host.identity.ClaimCheck;
import dev.countersign.host.identity.IdentityClaim;
import dev.countersign.host.identity.IdentityVerification;
import dev.countersign.host.identity.IdentityVerification.Refused;
import dev.countersign.host.identity.IdentityVerification.Unsigned;
import dev.countersign.host.identity.IdentityVerification.Verified;
import dev.countersign.host.identity.Reason;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a verification found, for programs and for people. */
public record Verdict(IdentityVerification found) {
  public boolean isVerified() {
    return found instanceof Verified;
  }

  /** {@return the members that the page's module {@code verdict.mjs} answers too} */
  public JsonObject json() {
    JsonObjectBuilder json = Json.createObjectBuilder();
    switch (found) {
      case Unsigned unsigned -> json.add("verdict", "unsigned");
      case Verified verified -> {
        json.add("verdict", "verified");
        json.add("agent_id", verified.agent().agentId());
        json.add("tenant_id", verified.agent().tenantId());
        json.add("oversight_mode", verified.agent().oversightMode());
        json.add("tenant_kid", verified.tenantKid());
        addClaim(json, verified.claim());
      }
      case Refused refused -> {
        JsonArrayBuilder reasons = Json.createArrayBuilder();
        refused.reasons().forEach(reason -> reasons.add(reason.code()));
        json.add("verdict", "refused").add("reasons", reasons);
        addClaim(json, refused.claim());
      }
    }
    return json.build();
  }

  private static void addClaim(JsonObjectBuilder json, Optional<ClaimCheck.Valid> claim) {
    claim.ifPresent(
        valid -> {
          String text = new String(valid.claim().canonicalBytes(), StandardCharsets.UTF_8);
          try (var reader = Json.createReader(new StringReader(text))) {
            json.add("claim", reader.readObject()).add("claim_kid", valid.kid());
          }
        });
  }

  /** {@return some lines for a terminal; characters that could play tricks on it are escaped} */
  public String text() {
    List<String> lines = new ArrayList<>();
    switch (found) {
      case Unsigned unsigned -> {
        lines.add("NOT SIGNED");
        lines.add("The message carries no signed identity. Anybody could have written it.");
      }
      case Verified verified -> {
        lines.add("VERIFIED");
        lines.add("The message is, word for word, what the sender signed.");
        addAgent(lines, verified.agent(), verified.tenantKid());
        verified.claim().ifPresent(claim -> addClaim(lines, claim));
        if (verified.claim().isEmpty()) {
          lines.add(line("written by AI", "not disclosed"));
        }
      }
      case Refused refused -> {
        lines.add("NOT VERIFIED");
        for (Reason reason : refused.reasons()) {
          lines.add("- " + ReasonText.of(reason) + " [" + reason.code() + "]");
        }
        refused.claim().ifPresent(claim -> addForeignClaim(lines, claim));
      }
    }
    return String.join(System.lineSeparator(), lines);
  }

  private static void addAgent(List<String> lines, AgentIdentity agent, String kid) {
    lines.add(line("agent", agent.agentId()));
    lines.add(line("for", agent.tenantId()));
    lines.add(line("oversight", agent.oversightMode()));
    lines.add(line("tenant's key", kid));
  }

  private static void addForeignClaim(List<String> lines, ClaimCheck.Valid claim) {
    lines.add("The claim in it is genuine: the service did vouch for this sender, though not for");
    lines.add("this message as it now is.");
    lines.add(line("oversight", claim.claim().oversight()));
    addClaim(lines, claim);
  }

  private static void addClaim(List<String> lines, ClaimCheck.Valid valid) {
    IdentityClaim claim = valid.claim();
    lines.add(line("written by AI", claim.aiGenerated() ? "yes" : "no"));
    lines.add(
        line(
            "operator",
            claim.operator()
                + (claim.verifiedOperator() ? " (identity checked)" : " (identity not checked)")));
    lines.add(line("may", String.join(", ", claim.capabilities())));
    lines.add(line("signed", claim.iat().toString()));
    lines.add(line("mailbox since", claim.created().toString()));
    lines.add(line("service", claim.service()));
    lines.add(line("reputation", claim.reputationHash()));
    lines.add(line("service's key", valid.kid()));
  }

  private static String line(String name, String value) {
    return "  " + name + " ".repeat(15 - name.length()) + harmless(value);
  }

  // A signed name may still hold escape sequences, or characters that turn the line around.
  private static String harmless(String value) {
    StringBuilder out = new StringBuilder();
    value
        .codePoints()
        .forEach(
            c -> {
              switch (Character.getType(c)) {
                case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE ->
                    out.append("\\u{").append(Integer.toHexString(c)).append('}');
                default -> out.appendCodePoint(c);
              }
            });
    return out.toString();
  }
}
