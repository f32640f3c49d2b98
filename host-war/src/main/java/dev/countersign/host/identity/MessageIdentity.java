package dev.countersign.host.identity;

import dev.countersign.host.identity.mime.Entity;
import dev.countersign.host.identity.mime.MalformedMessageException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The verification of one message, in the order of {@code docs/identity.md}. */
final class MessageIdentity {
  // Here and not beside their writer: the command that verifies runs without a mail library.
  static final List<String> HEADERS =
      List.of(
          IdentityHeaders.AI_GENERATED,
          IdentityHeaders.IDENTITY,
          IdentityHeaders.AGENT_ID,
          IdentityHeaders.TENANT,
          IdentityHeaders.OVERSIGHT_MODE,
          IdentityHeaders.SIGNATURE);
  private static final List<String> PLAIN =
      List.of(
          IdentityHeaders.AGENT_ID,
          IdentityHeaders.TENANT,
          IdentityHeaders.OVERSIGHT_MODE,
          IdentityHeaders.SIGNATURE);
  private static final Pattern LOWER_HEX = Pattern.compile("([0-9a-f]{2}){1,128}");

  private static final String SIGNED_MARK = "x-multimail-";

  private final byte[] bytes;
  private final Optional<Entity> message;
  private final KeyLookup keys;
  private final Map<String, String> headers = new HashMap<>();
  private final List<Reason> reasons = new ArrayList<>();

  MessageIdentity(byte[] message, KeyLookup keys) {
    this.bytes = message.clone();
    this.message = read(message);
    this.keys = keys;
  }

  private static Optional<Entity> read(byte[] message) {
    try {
      return Optional.of(Entity.of(message));
    } catch (MalformedMessageException e) {
      return Optional.empty();
    }
  }

  IdentityVerification verify() {
    if (message.isEmpty()) {
      return malformed();
    }
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

  // Mail of others is often odd; it is refused only if it could pass for signed.
  private IdentityVerification malformed() {
    String text = new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    return text.contains(SIGNED_MARK)
        ? new IdentityVerification.Refused(List.of(Reason.MESSAGE_MALFORMED), Optional.empty())
        : new IdentityVerification.Unsigned();
  }

  private void readHeaders() {
    for (String name : HEADERS) {
      List<String> values = message.map(entity -> entity.values(name)).orElse(List.of());
      if (values.size() > 1) {
        reasons.add(Reason.HEADER_REPEATED);
      } else if (!values.isEmpty()) {
        headers.put(name, values.get(0));
      }
    }
  }

  // The signature covers it. Of two, readers may believe either.
  private Optional<Instant> date() {
    List<String> values = message.map(entity -> entity.values("Date")).orElse(List.of());
    return values.size() == 1 ? MessageDate.of(values.get(0)) : Optional.empty();
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
    JwkSet candidates = keys.keys(new KeyOwner.Tenant(who.tenantId()));
    if (candidates.keys().isEmpty()) {
      return refused(Reason.TENANT_KEY_UNKNOWN);
    }
    Optional<byte[]> signed = signedText();
    if (signed.isEmpty()) {
      return refused(Reason.MESSAGE_MALFORMED);
    }
    return candidates
        .signer(signed.get(), signature.get())
        .map(this::timely)
        .orElseGet(() -> refused(Reason.SIGNATURE_INVALID));
  }

  private Optional<String> timely(PublishedKey key) {
    if (key.revocation().isPresent()) {
      return refused(Reason.KEY_REVOKED);
    }
    boolean inForce = date().map(key::inForceAt).orElse(false);
    return inForce ? Optional.of(key.kid()) : refused(Reason.KEY_NOT_IN_FORCE);
  }

  private Optional<byte[]> signedText() {
    try {
      return message.isEmpty() ? Optional.empty() : Optional.of(SignedString.of(message.get()));
    } catch (MalformedMessageException e) {
      return Optional.empty();
    }
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
