package dev.countersign.host.api.provider;

import dev.countersign.host.platform.ErrorCode;
import dev.countersign.host.platform.Problem;
import dev.countersign.host.platform.RefusalAnswers;
import dev.countersign.kernel.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Lets a provider in by HTTP Basic (RFC 7617); without a configured password there is no door. */
@ApplicationScoped
class ProviderDoor {
  private static final String USER = "postmark:";

  @Inject
  @ConfigProperty(name = "countersign.inbound.postmark-password")
  Optional<String> password;

  void admit(@Nullable String authorization) {
    String right =
        password
            .filter(text -> !text.isBlank())
            .orElseThrow(() -> RefusalAnswers.of(Refusal.NOT_FOUND));
    byte[] wanted = encoded(USER + right);
    byte[] given = String.valueOf(authorization).getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(wanted, given)) {
      throw Problem.of(ErrorCode.UNAUTHENTICATED, "Send the provider's user and password.")
          .header("WWW-Authenticate", "Basic realm=\"countersign\"");
    }
  }

  private static byte[] encoded(String credentials) {
    String base64 =
        Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    return ("Basic " + base64).getBytes(StandardCharsets.US_ASCII);
  }
}
