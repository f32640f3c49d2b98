package dev.countersign.host.identity;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * P-256 signatures for each second of CPU time, beside those of {@code openssl speed} in the same
 * run: rounds take turns, so that whatever else the machine does befalls all alike. Surefire runs
 * it by name only.
 */
class SigningRateBenchmark {
  private static final byte[] TEXT = "a text to sign".getBytes(StandardCharsets.UTF_8);
  private static final int ROUNDS = 5;
  private static final long ROUND_NANOS = 1_000_000_000L;
  private static final String CORRETTO =
      "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";
  private static final Pattern OPENSSL_RATE =
      Pattern.compile("256 bits ecdsa \\(nistp256\\)\\s+\\S+\\s+\\S+\\s+([0-9.]+)");

  /** One way to sign; what it makes verifies. */
  private interface Signer {
    byte[] der(byte[] text) throws GeneralSecurityException;
  }

  @Test
  void signatures_for_each_second_of_cpu_time() throws Exception {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair pair = generator.generateKeyPair();
    Map<String, Signer> signers = signers(pair);
    Map<String, Double> rates = new LinkedHashMap<>();
    double openssl = 0;
    // What is not compiled yet is not what is compared.
    for (Signer signer : signers.values()) {
      assertTrue(verifies(pair, signer.der(TEXT)));
      rate(signer);
    }
    for (int round = 0; round < ROUNDS; round++) {
      openssl += openssl() / ROUNDS;
      for (var each : signers.entrySet()) {
        rates.merge(each.getKey(), rate(each.getValue()) / ROUNDS, Double::sum);
      }
    }
    double whole = openssl;
    System.out.println("| signer | signatures/s | of openssl |\n|---|---|---|");
    System.out.printf(Locale.ROOT, "| `openssl speed ecdsap256` | %.0f | 1.00 |%n", whole);
    rates.forEach(
        (name, rate) ->
            System.out.printf(Locale.ROOT, "| %s | %.0f | %.2f |%n", name, rate, rate / whole));
  }

  private static Map<String, Signer> signers(KeyPair pair) throws GeneralSecurityException {
    var jwk = PublicJwk.of((ECPublicKey) pair.getPublic());
    var own = new SigningKey((ECPrivateKey) pair.getPrivate(), jwk);
    Map<String, Signer> signers = new LinkedHashMap<>();
    signers.put("BouncyCastle, deterministic, low s: the product's", text -> own.sign(text).der());
    signers.put("the JDK's SunEC", bare(provider("SunEC"), pair));
    var corretto = corretto();
    if (corretto.isPresent()) {
      signers.put("Amazon Corretto", bare(corretto.get(), pair));
      var through = new SigningKey(pair.getPrivate(), corretto.get(), jwk);
      signers.put("Amazon Corretto, as a key device: low s", text -> through.sign(text).der());
    } else {
      System.out.println("Amazon Corretto has no library for this machine.");
    }
    return signers;
  }

  private static Signer bare(Provider provider, KeyPair pair) throws GeneralSecurityException {
    var signature = Signature.getInstance("SHA256withECDSA", provider);
    signature.initSign(pair.getPrivate());
    return text -> {
      signature.update(text);
      return signature.sign();
    };
  }

  private static boolean verifies(KeyPair pair, byte[] der) throws GeneralSecurityException {
    var verifier = Signature.getInstance("SHA256withECDSA");
    verifier.initVerify(pair.getPublic());
    verifier.update(TEXT);
    return verifier.verify(der);
  }

  private static Provider provider(String name) {
    return Optional.ofNullable(Security.getProvider(name)).orElseThrow();
  }

  // By its name: the jar has a native library for some machines only.
  private static Optional<Provider> corretto() {
    try {
      var provider = (Provider) Class.forName(CORRETTO).getField("INSTANCE").get(null);
      boolean loaded = provider.getService("Signature", "NONEwithECDSA") != null;
      return Optional.of(provider).filter(p -> loaded);
    } catch (ReflectiveOperationException | LinkageError e) {
      return Optional.empty();
    }
  }

  private static double rate(Signer signer) throws GeneralSecurityException {
    var threads = ManagementFactory.getThreadMXBean();
    long begin = threads.getCurrentThreadCpuTime();
    long count = 0;
    while (threads.getCurrentThreadCpuTime() - begin < ROUND_NANOS) {
      for (int i = 0; i < 100; i++) {
        signer.der(TEXT);
        count++;
      }
    }
    return count * 1e9 / (threads.getCurrentThreadCpuTime() - begin);
  }

  private static double openssl() throws IOException {
    var process =
        new ProcessBuilder("openssl", "speed", "-seconds", "1", "ecdsap256")
            .redirectErrorStream(true)
            .start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    var rate = OPENSSL_RATE.matcher(said);
    assertTrue(rate.find(), said);
    return Double.parseDouble(rate.group(1));
  }
}
