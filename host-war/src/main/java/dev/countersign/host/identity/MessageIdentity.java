package dev.countersign.host.identity;

import dev.countersign.host.mail.Rfc5322;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The verification of one message, in the order of {@code docs/identity.md}. */
final class MessageIdentity {
  private static final List<String> PLAIN =
      List.of(
          IdentityHeaders.AGENT_ID,
          IdentityHeaders.TENANT,
          IdentityHeaders.OVERSIGHT_MODE,
          IdentityHeaders.SIGNATURE);
  private static final Pattern LOWER_HEX = Pattern.compile("([0-9a-f]{2}){1,128}");

  private final byte[] message;
  private final KeyLookup keys;
  private final Map<String, String> headers = new HashMap<>();
  private final List<Reason> reasons = new ArrayList<>();
  private Optional<Instant> date = Optional.empty();

  MessageIdentity(byte[] message, KeyLookup keys) {
    this.message = message.clone();
    this.keys = keys;
  }

  IdentityVerification verify() {
    readHeaders();
    boolean anySigned = headers.keySet().stream().anyMatch(h -> !h.equals("X-AI-Generated"));
    if (!anySigned && reasons.isEmpty()) {
      return new IdentityVerification.Unsigned();
    }
    Optional<ClaimCheck.Valid> claim = claim();
    Optional<AgentIdentity> agent = agent();
    Optional<String> kid = agent.flatMap(this::signedBy);
    agent.ifPresent(who -> checkClaim(who, claim));
    if (reasons.isEmpty() && agent.isPresent() && kid.isPresent()) {
      return new IdentityVerification.Verified(agent.get(), kid.get(), claim);
    }
    return new IdentityVerification.Refused(reasons, claim);
  }

  private void readHeaders() {
    try {
      MimeMessage parsed = Rfc5322.parse(message);
      for (String name : IdentityHeaders.ALL) {
        String[] values = parsed.getHeader(name);
        if (values != null && values.length > 1) {
          reasons.add(Reason.HEADER_REPEATED);
        } else if (values != null) {
          headers.put(name, values[0].strip());
        }
      }
      date = date(parsed);
    } catch (MessagingException e) {
      reasons.add(Reason.MESSAGE_MALFORMED);
    }
  }

  // The signature covers it. Of two, readers may believe either.
  private static Optional<Instant> date(MimeMessage parsed) throws MessagingException {
    String[] values = parsed.getHeader("Date");
    boolean single = values != null && values.length == 1;
    return single
        ? Optional.ofNullable(parsed.getSentDate()).map(Date::toInstant)
        : Optional.empty();
  }

  private Optional<ClaimCheck.Valid> claim() {
    String token = headers.get(IdentityHeaders.IDENTITY);
    if (token == null) {
      return Optional.empty();
    }
    return switch (ClaimToken.check(token, keys.keys(new KeyOwner.Service()))) {
      case ClaimCheck.Valid valid -> Optional.of(valid);
      case ClaimCheck.Invalid invalid -> {
        reasons.add(invalid.reason());
        yield Optional.empty();
      }
    };
  }

  private Optional<AgentIdentity> agent() {
    if (!headers.keySet().containsAll(PLAIN)) {
      reasons.add(Reason.HEADER_MISSING);
      return Optional.empty();
    }
    try {
      return Optional.of(
          new AgentIdentity(
              header(IdentityHeaders.AGENT_ID),
              header(IdentityHeaders.TENANT),
              header(IdentityHeaders.OVERSIGHT_MODE)));
    } catch (IllegalArgumentException e) {
      reasons.add(Reason.AGENT_IDENTITY_MALFORMED);
      return Optional.empty();
    }
  }

  private Optional<String> signedBy(AgentIdentity who) {
    String hex = header(IdentityHeaders.SIGNATURE);
    Optional<EcdsaSignature> signature =
        LOWER_HEX.matcher(hex).matches()
            ? EcdsaSignature.ofDer(HexFormat.of().parseHex(hex))
            : Optional.empty();
    if (signature.isEmpty()) {
      return refused(Reason.SIGNATURE_MALFORMED);
    }
    List<PublishedKey> candidates = keys.keys(new KeyOwner.Tenant(who.tenantId())).keys();
    if (candidates.isEmpty()) {
      return refused(Reason.TENANT_KEY_UNKNOWN);
    }
    byte[] signed;
    try {
      signed = SignedString.of(message);
    } catch (MessagingException | IllegalArgumentException e) {
      return refused(Reason.MESSAGE_MALFORMED);
    }
    return candidates.stream()
        .filter(key -> key.jwk().verifies(signed, signature.get()))
        .findFirst()
        .map(this::timely)
        .orElseGet(() -> refused(Reason.SIGNATURE_INVALID));
  }

  private Optional<String> timely(PublishedKey key) {
    if (key.revocation().isPresent()) {
      return refused(Reason.KEY_REVOKED);
    }
    boolean inForce = date.map(key::inForceAt).orElse(false);
    return inForce ? Optional.of(key.kid()) : refused(Reason.KEY_NOT_IN_FORCE);
  }

  // The signature covers all of these; they can only differ if the signer itself erred or lied.
  private void checkClaim(AgentIdentity who, Optional<ClaimCheck.Valid> valid) {
    if (valid.isPresent() && !valid.get().claim().oversight().equals(who.oversightMode())) {
      reasons.add(Reason.CLAIM_OVERSIGHT_DIFFERS);
    }
    boolean marked = "true".equals(headers.get(IdentityHeaders.AI_GENERATED));
    boolean claimed = valid.map(v -> v.claim().aiGenerated()).orElse(false);
    boolean judged = valid.isPresent() || !headers.containsKey(IdentityHeaders.IDENTITY);
    if (judged && marked != claimed) {
      reasons.add(Reason.DISCLOSURE_DIFFERS);
    }
  }

  private Optional<String> refused(Reason reason) {
    reasons.add(reason);
    return Optional.empty();
  }

  private String header(String name) {
    return headers.getOrDefault(name, "");
  }
}
