package dev.countersign.host.inbound.authentication;

import dev.countersign.host.domains.dns.Dns;
import dev.countersign.host.domains.dns.DnsAnswer;
import dev.countersign.host.domains.dns.Texts;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.xbill.DNS.Type;

/** The key that a domain publishes for its signatures (RFC 6376, section 3.6; RFC 8463). */
sealed interface DkimKey {
  /**
   * There is one.
   *
   * @param bits its length
   * @param testing the domain is trying DKIM out
   * @param strict the signer's identity has to be of the very domain ({@code t=s})
   */
  record Published(PublicKey key, String type, int bits, boolean testing, boolean strict)
      implements DkimKey {}

  /** There is none that can be used, and asking again will not help. */
  record Unusable(String why) implements DkimKey {}

  /** Nobody knows now. */
  record Unreachable(String why) implements DkimKey {}

  /** Asks the domain's name servers. */
  static DkimKey of(Dns dns, String domain, String selector, String algorithm) {
    return switch (dns.ask(selector + "._domainkey." + domain, Type.TXT)) {
      case DnsAnswer.Failed(String why) -> new Unreachable(why);
      case DnsAnswer.Empty none -> new Unusable("no key");
      case DnsAnswer.NoSuchName none -> new Unusable("no key");
      case DnsAnswer.Found found -> among(Texts.of(found.records()), algorithm);
    };
  }

  private static DkimKey among(List<String> texts, String algorithm) {
    DkimKey last = new Unusable("no key");
    for (String text : texts) {
      last =
          DkimTags.parse(text).map(tags -> read(tags, algorithm)).orElse(new Unusable("bad key"));
      if (last instanceof Published) {
        return last;
      }
    }
    return last;
  }

  private static DkimKey read(DkimTags tags, String algorithm) {
    String type = tags.packed("k").orElse("rsa").toLowerCase(Locale.ROOT);
    String p = tags.packed("p").orElse("");
    if (!tags.packed("v").orElse("DKIM1").equals("DKIM1")) {
      return new Unusable("not of this version");
    }
    if (p.isEmpty()) {
      return new Unusable("key revoked");
    }
    if (!algorithm.startsWith(type + "-")) {
      return new Unusable("key of another kind");
    }
    if (tags.has("h") && !tags.items("h").contains("sha256")) {
      return new Unusable("key for another hash");
    }
    List<String> services = tags.items("s");
    if (!services.isEmpty() && !services.contains("*") && !services.contains("email")) {
      return new Unusable("key not for mail");
    }
    List<String> flags = tags.items("t");
    return key(type, p)
        .<DkimKey>map(
            key -> new Published(key, type, bits(key), flags.contains("y"), flags.contains("s")))
        .orElse(new Unusable("bad key"));
  }

  private static Optional<PublicKey> key(String type, String p) {
    try {
      byte[] bytes = Base64.getDecoder().decode(p);
      return Optional.of(
          type.equals("ed25519")
              ? Ed25519Key.of(bytes)
              : KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(bytes)));
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private static int bits(PublicKey key) {
    return key instanceof RSAPublicKey rsa ? rsa.getModulus().bitLength() : Ed25519Key.BITS;
  }
}
