package dev.countersign.host.identity;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore.PrivateKeyEntry;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Wraps a new key in a certificate, because key stores keep a key with one. It is self-signed,
 * names the owner, and its start is the time from which the key may have signed.
 */
public final class SelfSigned {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SERIAL_BITS = 127;

  private SelfSigned() {}

  /**
   * Signs the key's certificate with the key.
   *
   * @param signer for the key's algorithm
   */
  public static PrivateKeyEntry entry(
      KeyPair pair, String owner, Instant now, JcaContentSignerBuilder signer)
      throws GeneralSecurityException, IOException {
    var name =
        new X500NameBuilder().addRDN(BCStyle.O, "Countersign").addRDN(BCStyle.CN, owner).build();
    // RFC 5280 §4.1.2.5: this date says that the certificate has no end of its own.
    Date never = Date.from(Instant.parse("9999-12-31T23:59:59Z"));
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            name,
            new BigInteger(SERIAL_BITS, RANDOM).add(BigInteger.ONE),
            Date.from(now),
            never,
            name,
            pair.getPublic());
    builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
    try {
      Certificate certificate =
          new JcaX509CertificateConverter()
              .getCertificate(builder.build(signer.build(pair.getPrivate())));
      return new PrivateKeyEntry(pair.getPrivate(), new Certificate[] {certificate});
    } catch (OperatorCreationException e) {
      throw new GeneralSecurityException("the certificate cannot be signed", e);
    }
  }
}
