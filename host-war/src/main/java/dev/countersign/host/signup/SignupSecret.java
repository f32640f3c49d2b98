package dev.countersign.host.signup;

import dev.countersign.host.identity.KeptSecret;
import dev.countersign.host.identity.KeyStoreFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * What puzzles are signed with, and short codes are stored under: whoever reads the database cannot
 * try all codes. It is kept in a file beside that of the signing keys; nodes share a copy.
 */
@ApplicationScoped
public class SignupSecret {
  private static final String ALIAS = "signup.1";
  private static final int SIX_DIGITS = 1_000_000;

  @Inject
  @ConfigProperty(name = "COUNTERSIGN_DATA", defaultValue = "data")
  String data;

  @Inject
  @ConfigProperty(name = "COUNTERSIGN_KEYSTORE_PASSWORD")
  Optional<String> password;

  private @Nullable KeptSecret kept;

  /** {@return 64 lower-case hexadecimal digits that nobody else can make of this text} */
  String mac(Purpose purpose, String text) {
    return HexFormat.of().formatHex(bytes(purpose, text));
  }

  /** Compares in constant time. */
  boolean matches(Purpose purpose, String text, String presented) {
    return same(mac(purpose, text), presented);
  }

  static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  /** {@return six digits that belong to this registration} */
  String digits(String registration) {
    int number = ByteBuffer.wrap(bytes(Purpose.DIGITS, registration)).getInt() & Integer.MAX_VALUE;
    return String.format(Locale.ROOT, "%06d", number % SIX_DIGITS);
  }

  /** One text makes another value for each. */
  enum Purpose {
    PUZZLE,
    CODE,
    DIGITS
  }

  private synchronized byte[] bytes(Purpose purpose, String text) {
    var secret = kept;
    if (secret == null) {
      secret = new KeptSecret(KeyStoreFile.in(Path.of(data), "signup", password), ALIAS);
      kept = secret;
    }
    return secret.derive(purpose.name() + '\n' + text, () -> false);
  }
}
