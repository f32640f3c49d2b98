package dev.countersign.host.identity;

import dev.countersign.host.identity.mime.MalformedMessageException;
import dev.countersign.host.mail.Rfc5322;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The identity headers of an outgoing message. With disclosure on: the service's claim and the
 * plain AI mark. Always: who sent it, signed by the tenant together with the message.
 */
public final class IdentityHeaders {
  public static final String AI_GENERATED = "X-AI-Generated";
  public static final String IDENTITY = "X-MultiMail-Identity";
  public static final String AGENT_ID = "X-MultiMail-Agent-Id";
  public static final String TENANT = "X-MultiMail-Tenant";
  public static final String OVERSIGHT_MODE = "X-MultiMail-Oversight-Mode";
  public static final String SIGNATURE = "X-MultiMail-Signature";

  /** In the order in which they are written. */
  public static final List<String> ALL = MessageIdentity.HEADERS;

  // RFC 5322 §2.1.1 ends a line at 998 characters; this leaves room for the name.
  private static final int LINE_CHARS = 900;

  private IdentityHeaders() {}

  /**
   * Adds the headers to a finished message. Nothing that is signed may change afterwards.
   *
   * @param claim present while the mailbox's {@code ai_disclosure} is on
   * @throws IllegalStateException if the message already has one of the headers
   */
  public static void sign(
      MimeMessage message, AgentIdentity who, Optional<IdentityClaim> claim, SigningKeys keys)
      throws MessagingException {
    for (String name : ALL) {
      if (message.getHeader(name) != null) {
        throw new IllegalStateException("the message already has an identity");
      }
    }
    if (claim.isPresent()) {
      String token = ClaimToken.signed(claim.get(), keys.current(new KeyOwner.Service()));
      if (claim.get().aiGenerated()) {
        message.addHeader(AI_GENERATED, "true");
      }
      message.addHeader(IDENTITY, folded(token));
    }
    message.addHeader(AGENT_ID, who.agentId());
    message.addHeader(TENANT, who.tenantId());
    message.addHeader(OVERSIGHT_MODE, who.oversightMode());
    SigningKey tenant = keys.current(new KeyOwner.Tenant(who.tenantId()));
    EcdsaSignature signature = tenant.sign(signed(message));
    message.addHeader(SIGNATURE, HexFormat.of().formatHex(signature.der()));
  }

  private static byte[] signed(MimeMessage message) throws MessagingException {
    try {
      return SignedString.of(Rfc5322.bytes(message));
    } catch (MalformedMessageException e) {
      // Never signed: nobody could verify it.
      throw new MessagingException("The message would be refused by every verifier.", e);
    }
  }

  private static String folded(String token) {
    StringBuilder lines = new StringBuilder();
    for (int from = 0; from < token.length(); from += LINE_CHARS) {
      lines.append(from == 0 ? "" : "\r\n ");
      lines.append(token, from, Math.min(from + LINE_CHARS, token.length()));
    }
    return lines.toString();
  }
}
