package dev.countersign.host.mail;

import dev.countersign.host.identity.KeptSecret;
import dev.countersign.host.ids.EmailId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/**
 * Where reports about a message go: an address of its own in the envelope, which names the message
 * and carries a proof that this server made it. Who has not seen that message cannot make it up.
 */
public final class BounceAddresses {
  private static final String PURPOSE = "countersign-bounce-address-v1\n";
  private static final Pattern LOCAL =
      Pattern.compile("b-([0-9a-hjkmnp-tv-z]{26})-([0-9a-hjkmnp-tv-z]{20})");
  private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int PROOF_LETTERS = 20;

  private final KeptSecret kept;
  private final BooleanSupplier inUse;
  private final boolean on;
  private final Optional<String> domain;

  /**
   * Makes and reads such addresses.
   *
   * @param inUse whether there are some already
   * @param on whether mail that goes out gets one
   * @param domain of all of them; empty for that of each message's sender
   */
  public BounceAddresses(
      KeptSecret kept, BooleanSupplier inUse, boolean on, Optional<String> domain) {
    this.kept = kept;
    this.inUse = inUse;
    this.on = on;
    this.domain = domain;
  }

  /** {@return the envelope as it is to leave: with an address of the message's own, if wanted} */
  public Envelope returning(Envelope envelope, EmailId message) {
    return on
        ? new Envelope(
            of(message, domain.orElse(envelope.sender().domain())), envelope.recipients())
        : envelope;
  }

  EmailAddress of(EmailId message, String at) {
    String ulid = message.ulid().toLowerCase(Locale.ROOT);
    return new EmailAddress("b-" + ulid + "-" + proof(ulid), at, Optional.empty());
  }

  /** {@return the message that reports to this address are about, if this server made it} */
  public Optional<EmailId> message(EmailAddress address) {
    var local = LOCAL.matcher(address.localPart().toLowerCase(Locale.ROOT));
    if (!local.matches()) {
      return Optional.empty();
    }
    byte[] given = local.group(2).getBytes(StandardCharsets.US_ASCII);
    byte[] right = proof(local.group(1)).getBytes(StandardCharsets.US_ASCII);
    return MessageDigest.isEqual(given, right)
        ? EmailId.parse("em_" + local.group(1).toUpperCase(Locale.ROOT))
        : Optional.empty();
  }

  /** 100 bits, in letters that keep their meaning when a server changes their case. */
  private String proof(String ulid) {
    byte[] derived = kept.derive(PURPOSE + ulid, inUse);
    var letters = new StringBuilder();
    for (int i = 0; i < PROOF_LETTERS; i++) {
      letters.append(LETTERS.charAt(derived[i] & 31));
    }
    return letters.toString();
  }
}
