package dev.countersign.host.identity;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.KeyStore.PrivateKeyEntry;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes P-256 keys. */
final class KeyMaker {
  private static final SecureRandom RANDOM = new SecureRandom();

  private KeyMaker() {}

  static PrivateKeyEntry make(String owner, Instant now, Provider provider)
      throws GeneralSecurityException, IOException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", provider);
    generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
    var signer = new JcaContentSignerBuilder("SHA256withECDSA").setProvider(provider);
    return SelfSigned.entry(generator.generateKeyPair(), owner, now, signer);
  }
}
