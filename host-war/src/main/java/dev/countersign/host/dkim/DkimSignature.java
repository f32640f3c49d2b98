package dev.countersign.host.dkim;

import dev.countersign.host.identity.IdentityHeaders;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.james.jdkim.DKIMCommon;
import org.apache.james.jdkim.exceptions.PermFailException;
import org.apache.james.jdkim.impl.BodyHasherImpl;
import org.apache.james.jdkim.tagvalue.SignatureRecordImpl;

/**
 * The value of one DKIM-Signature field (RFC 6376 §3.5). The library makes the texts that are
 * hashed; the signature itself is made here, because it knows RSA only.
 */
final class DkimSignature extends DKIMCommon {
  private static final List<String> HEADERS =
      Stream.concat(
              Stream.of(
                  "From",
                  "Sender",
                  "Reply-To",
                  "To",
                  "Cc",
                  "Subject",
                  "Date",
                  "Message-ID",
                  "In-Reply-To",
                  "References",
                  "MIME-Version",
                  "Content-Type",
                  "Content-Transfer-Encoding",
                  // One-click unsubscribing is believed only if it is signed (RFC 8058, section 4).
                  "List-Unsubscribe",
                  "List-Unsubscribe-Post"),
              IdentityHeaders.ALL.stream())
          .toList();
  private static final int LINE_CHARS = 72;
  private static final Pattern LONG_RUN = Pattern.compile(".{" + LINE_CHARS + "}");

  private DkimSignature() {}

  /**
   * Signs a message as it will be transmitted.
   *
   * @param selector the name under which the public key is in the DNS of {@code domain}
   */
  static String of(
      WireMessage message,
      String domain,
      String selector,
      DkimAlgorithm algorithm,
      PrivateKey key,
      Instant now)
      throws GeneralSecurityException {
    var record =
        new SignatureRecordImpl(
            String.format(
                Locale.ROOT,
                "v=1; a=%s-sha256; c=relaxed/relaxed; d=%s; s=%s; t=%d; h=%s; bh=; b=",
                algorithm.wire(),
                domain,
                selector,
                now.getEpochSecond(),
                names(message)));
    try {
      var hasher = new BodyHasherImpl(record);
      try (OutputStream out = hasher.getOutputStream()) {
        out.write(message.body());
      }
      record.setBodyHash(hasher.getDigest());
      Signature signature = algorithm.signature();
      signature.initSign(key);
      signatureCheck(message, record, record.getHeaders(), signature);
      record.setSignature(signature.sign());
    } catch (IOException | PermFailException e) {
      throw new GeneralSecurityException("a composed message can always be signed", e);
    }
    return folded(record.toString());
  }

  // Each name once more than it is there (§8.15): a field that is added later breaks the signature.
  private static String names(WireMessage message) {
    return HEADERS.stream()
        .flatMap(name -> Collections.nCopies((int) message.count(name) + 1, name).stream())
        .collect(Collectors.joining(": "));
  }

  // Folding may use the spaces that are there already, and may cut b=, whose value nobody hashes.
  private static String folded(String value) {
    StringBuilder out = new StringBuilder();
    int line = LINE_CHARS;
    for (String word : value.strip().split(" ", -1)) {
      if (line + 1 + word.length() > LINE_CHARS) {
        out.append("\r\n");
        line = 0;
      }
      String shown = word.startsWith("b=") ? LONG_RUN.matcher(word).replaceAll("$0\r\n ") : word;
      out.append(' ').append(shown);
      line += 1 + shown.length() - (shown.lastIndexOf('\n') + 1);
    }
    return out.toString();
  }
}
