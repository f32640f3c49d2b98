package dev.countersign.conformance.running;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.countersign.host.transparency.merkle.ConsistencyProof;
import dev.countersign.host.transparency.merkle.Hash;
import dev.countersign.host.transparency.merkle.TreeHasher;
import dev.countersign.host.transparency.notes.Checkpoint;
import dev.countersign.host.transparency.notes.Cosignature;
import dev.countersign.host.transparency.notes.SignatureType;
import dev.countersign.host.transparency.notes.SignedNote;
import dev.countersign.host.transparency.notes.VerifierKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A witness on HTTP (C2SP {@code tlog-witness}): it signs a log's checkpoint if the log has grown
 * since the one that it signed before. It takes any log's word for the first one.
 */
public final class WitnessPeer implements AutoCloseable {
  private static final String NAME = "witness.test/w1";
  private static final int PUBLIC_BYTES = 32;

  private final HttpServer server;
  private final KeyPair pair;
  private final Map<String, Checkpoint> seen = new ConcurrentHashMap<>();
  private final AtomicInteger conflicts = new AtomicInteger();

  public WitnessPeer() {
    try {
      pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/add-checkpoint", this::answer);
    server.start();
  }

  public VerifierKey key() {
    byte[] spki = pair.getPublic().getEncoded();
    byte[] key = Arrays.copyOfRange(spki, spki.length - PUBLIC_BYTES, spki.length);
    return VerifierKey.of(NAME, SignatureType.COSIGNATURE, key);
  }

  /** For {@code countersign.ledger.witnesses}. */
  public String setting() {
    return key() + ",http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** {@return how often the log did not know how much this witness had seen} */
  public int conflicts() {
    return conflicts.get();
  }

  /** The witness remembers a log as it was at a size that the log does not know of. */
  public void forget(String origin) {
    seen.remove(origin);
  }

  private void answer(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    int blank = body.indexOf("\n\n");
    List<String> lines = body.substring(0, blank).lines().toList();
    var note = SignedNote.parse(body.substring(blank + 2)).orElseThrow();
    var checkpoint = Checkpoint.of(note).orElseThrow();
    long old = Long.parseLong(lines.getFirst().substring("old ".length()));
    var path = lines.stream().skip(1).map(line -> Hash.ofBase64(line).orElseThrow()).toList();
    @Nullable Checkpoint before = seen.get(checkpoint.origin());
    long known = before == null ? 0 : before.size();
    if (old != known) {
      conflicts.incrementAndGet();
      exchange.getResponseHeaders().set("Content-Type", "text/x.tlog.size");
      send(exchange, 409, known + "\n");
      return;
    }
    var hasher = TreeHasher.SHA_256;
    var proof = new ConsistencyProof(old, checkpoint.size(), path);
    var root = before == null ? hasher.empty() : before.root();
    if (!proof.proves(hasher, root, checkpoint.root())) {
      send(exchange, 422, "");
      return;
    }
    seen.put(checkpoint.origin(), checkpoint);
    send(exchange, 200, cosignature(note.text(), System.currentTimeMillis() / 1000) + "\n");
  }

  /** {@return the signature line under this text} */
  public String cosignature(String text, long seconds) {
    try {
      var signature = Signature.getInstance("Ed25519");
      signature.initSign(pair.getPrivate());
      signature.update(Cosignature.signed(seconds, text));
      byte[] signed = signature.sign();
      var bytes = ByteBuffer.allocate(4 + 8 + signed.length).putInt(key().keyId());
      bytes.putLong(seconds).put(signed);
      return "\u2014 " + NAME + " " + Base64.getEncoder().encodeToString(bytes.array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
