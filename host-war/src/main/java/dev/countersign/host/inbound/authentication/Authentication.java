package dev.countersign.host.inbound.authentication;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about who sent a message, as it is stored and shown.
 *
 * @param spf null where nobody knows from where the message came
 * @param dkim of each signature, in their order
 * @param dmarc null where the author's domain cannot be told
 */
public record Authentication(@Nullable Spf spf, List<Dkim> dkim, @Nullable Dmarc dmarc) {
  /** Nothing was looked at. */
  public static final Authentication UNKNOWN = new Authentication(null, List.of(), null);

  /**
   * Whether the host may send in this name (RFC 7208).
   *
   * @param identity {@code mailfrom}, or {@code helo} for reports, which have no sender
   * @param domain whose policy it was
   */
  public record Spf(Result result, String identity, String domain) {}

  /**
   * One signature (RFC 6376).
   *
   * @param keyBits length of the key, 0 where there was none to be had
   * @param testing the owner of the domain is trying it out ({@code t=y})
   * @param reason in a few words; null where it is good
   */
  public record Dkim(
      Result result,
      String domain,
      String selector,
      String algorithm,
      int keyBits,
      boolean testing,
      @Nullable String reason) {}

  /**
   * What the author's domain asks for, and whether the message meets it (RFC 9989).
   *
   * @param domain of the author
   * @param policy {@code none}, {@code quarantine} or {@code reject}; null where there is none
   * @param testing the owner does not want it applied yet
   */
  public record Dmarc(Result result, String domain, @Nullable String policy, boolean testing) {}

  /** {@return the word of the best signature; {@code none} without one} */
  public Result dkimResult() {
    if (dkim.isEmpty()) {
      return Result.NONE;
    }
    return dkim.stream()
        .map(Dkim::result)
        .filter(Result.PASS::equals)
        .findFirst()
        .orElse(dkim.getFirst().result());
  }
}
