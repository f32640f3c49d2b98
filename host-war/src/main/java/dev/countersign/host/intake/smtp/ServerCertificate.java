package dev.countersign.host.intake.smtp;

import dev.countersign.host.intake.IntakeSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** The certificate that a listener shows when it is asked to encrypt (RFC 3207). */
final class ServerCertificate {
  private static final char[] IN_MEMORY = "in-memory".toCharArray();

  private final SSLContext context;

  private ServerCertificate(SSLContext context) {
    this.context = context;
  }

  /** Reads it; what cannot be used stops the start with a sentence. */
  static ServerCertificate in(IntakeSettings.Certificate files) {
    try (InputStream in = Files.newInputStream(files.chain())) {
      Certificate[] chain =
          CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
              .toArray(Certificate[]::new);
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry("server", key(files.key()), IN_MEMORY, chain);
      var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, IN_MEMORY);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return new ServerCertificate(context);
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "countersign.inbound.certificate or countersign.inbound.key cannot be used; give a chain"
              + " of certificates and an unencrypted PKCS#8 key, both in PEM.",
          e);
    }
  }

  private static PrivateKey key(Path pem) throws IOException, GeneralSecurityException {
    String text = Files.readString(pem, StandardCharsets.US_ASCII);
    String body =
        text.replaceAll("(?s).*-----BEGIN PRIVATE KEY-----|-----END PRIVATE KEY-----.*", "");
    var spec = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(body));
    for (String algorithm : List.of("EC", "RSA", "Ed25519")) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(spec);
      } catch (InvalidKeySpecException e) {
        // It is of another kind.
      }
    }
    throw new InvalidKeySpecException("the key is of no known kind");
  }

  /** Goes on with a connection under TLS, with the protocols that the platform takes for safe. */
  SSLSocket encrypting(Socket socket) throws IOException {
    var peer = socket.getInetAddress().getHostAddress();
    var encrypted =
        (SSLSocket) context.getSocketFactory().createSocket(socket, peer, socket.getPort(), true);
    encrypted.setUseClientMode(false);
    return encrypted;
  }
}
