package dev.countersign.host.inbound.authentication;

import dev.countersign.host.domains.dns.Dns;
import dev.countersign.host.inbound.authentication.Authentication.Dkim;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Verifies the DKIM signatures of a message (RFC 6376, section 6; RFC 8301; RFC 8463). A signature
 * that covers only a part of the body ({@code l=}) is not believed: anything could stand behind it.
 */
public final class DkimVerification {
  /** More signatures than any honest message has are not looked at. */
  static final int SIGNATURES_MAX = 5;

  private static final int RSA_BITS_MIN = 1024;
  private static final long CLOCK_SECONDS = 300;
  private static final Set<String> ALGORITHMS = Set.of("rsa-sha256", "ed25519-sha256");
  private static final Pattern NAME =
      Pattern.compile(
          "[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?(?:\\.[A-Za-z0-9_][A-Za-z0-9_-]*+)*+");
  private static final Pattern SIGNATURE =
      Pattern.compile("((?:^|;)[ \\t\\r\\n]*b[ \\t\\r\\n]*=)[^;]*");

  private final Dns dns;

  public DkimVerification(Dns dns) {
    this.dns = dns;
  }

  /** {@return how each signature fares, in their order; {@code now} in seconds since 1970} */
  public List<Dkim> verify(byte[] message, long now) {
    var wire = new WireFields(message);
    return wire.named("DKIM-Signature").stream()
        .limit(SIGNATURES_MAX)
        .map(field -> verify(wire, field, now))
        .toList();
  }

  private Dkim verify(WireFields wire, String field, long now) {
    Optional<DkimTags> parsed = DkimTags.parse(WireFields.content(field));
    if (parsed.isEmpty()) {
      return new Dkim(Result.PERMERROR, "", "", "", 0, false, "not a list of tags");
    }
    DkimTags tags = parsed.get();
    var about =
        new About(
            tags.packed("d").orElse("").toLowerCase(Locale.ROOT),
            tags.packed("s").orElse(""),
            tags.packed("a").orElse("").toLowerCase(Locale.ROOT));
    Optional<String> broken = broken(tags, about, now);
    if (broken.isPresent()) {
      return about.with(Result.PERMERROR, broken.get());
    }
    if (tags.has("l")) {
      return about.with(Result.POLICY, "covers only a part of the body");
    }
    return switch (DkimKey.of(dns, about.domain(), about.selector(), about.algorithm())) {
      case DkimKey.Unreachable(String why) -> about.with(Result.TEMPERROR, why);
      case DkimKey.Unusable(String why) -> about.with(Result.PERMERROR, why);
      case DkimKey.Published key -> signed(wire, field, tags, about.of(key), key);
    };
  }

  private record About(
      String domain, String selector, String algorithm, int bits, boolean testing) {
    About(String domain, String selector, String algorithm) {
      this(domain, selector, algorithm, 0, false);
    }

    About of(DkimKey.Published key) {
      return new About(domain, selector, algorithm, key.bits(), key.testing());
    }

    Dkim with(Result result, @org.jspecify.annotations.Nullable String why) {
      return new Dkim(result, cut(domain), cut(selector), cut(algorithm), bits, testing, why);
    }

    /** What strangers write into a tag may be long and anything. */
    private static String cut(String text) {
      String printable = text.replaceAll("[^!-~]", "?");
      return printable.length() <= 253 ? printable : printable.substring(0, 253);
    }
  }

  private static Optional<String> broken(DkimTags tags, About about, long now) {
    List<String> fields = tags.items("h");
    long made = tags.seconds("t").orElse(0L);
    long end = tags.seconds("x").orElse(Long.MAX_VALUE);
    if (!tags.packed("v").equals(Optional.of("1"))) {
      return Optional.of("not of this version");
    }
    if (!NAME.matcher(about.domain()).matches() || !NAME.matcher(about.selector()).matches()) {
      return Optional.of("names no key");
    }
    if (!ALGORITHMS.contains(about.algorithm())) {
      return Optional.of("algorithm is not to be used");
    }
    if (!fields.contains("from")) {
      return Optional.of("does not cover From");
    }
    if (end < now - CLOCK_SECONDS || end < made) {
      return Optional.of("expired");
    }
    return made > now + CLOCK_SECONDS ? Optional.of("made in the future") : Optional.empty();
  }

  private static Dkim signed(
      WireFields wire, String field, DkimTags tags, About about, DkimKey.Published key) {
    if (key.type().equals("rsa") && key.bits() < RSA_BITS_MIN) {
      return about.with(Result.POLICY, "key is shorter than 1024 bits");
    }
    if (!ofItsDomain(tags, about.domain(), key.strict())) {
      return about.with(Result.PERMERROR, "signs for another domain");
    }
    String[] forms = tags.packed("c").orElse("simple/simple").split("/", -1);
    Optional<Canonical> head = Canonical.named(forms[0]);
    Optional<Canonical> body = Canonical.named(forms.length > 1 ? forms[1] : "simple");
    if (head.isEmpty() || body.isEmpty()) {
      return about.with(Result.PERMERROR, "canonicalization is unknown");
    }
    try {
      if (!MessageDigest.isEqual(sha256(body.get().body(wire.body())), base64(tags, "bh"))) {
        return about.with(Result.FAIL, "body was changed");
      }
      return holds(wire, field, tags, head.get(), key)
          ? about.with(Result.PASS, null)
          : about.with(Result.FAIL, "signature does not fit");
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      return about.with(Result.PERMERROR, "signature cannot be read");
    }
  }

  /** The identity {@code i=} has to be of the domain, or of one below it. */
  private static boolean ofItsDomain(DkimTags tags, String domain, boolean strict) {
    String identity = tags.packed("i").orElse("@" + domain).toLowerCase(Locale.ROOT);
    String of = identity.substring(identity.lastIndexOf('@') + 1);
    return of.equals(domain) || (!strict && of.endsWith("." + domain));
  }

  private static boolean holds(
      WireFields wire, String field, DkimTags tags, Canonical form, DkimKey.Published key)
      throws GeneralSecurityException {
    var text = new StringBuilder();
    for (String each : wire.signed(tags.items("h"))) {
      text.append(form.header(each)).append("\r\n");
    }
    int colon = field.indexOf(':') + 1;
    String without = SIGNATURE.matcher(field.substring(colon)).replaceFirst("$1");
    text.append(form.header(field.substring(0, colon) + without));
    byte[] bytes = text.toString().getBytes(StandardCharsets.ISO_8859_1);
    boolean rsa = key.type().equals("rsa");
    Signature signature = Signature.getInstance(rsa ? "SHA256withRSA" : "Ed25519");
    signature.initVerify(key.key());
    signature.update(rsa ? bytes : sha256(bytes));
    return signature.verify(base64(tags, "b"));
  }

  private static byte[] base64(DkimTags tags, String name) {
    return Base64.getDecoder().decode(tags.packed(name).orElse(""));
  }

  private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
    return MessageDigest.getInstance("SHA-256").digest(bytes);
  }
}
