package dev.countersign.conformance.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A witness that signs whatever it is given, in the form of C2SP tlog-cosignature. */
record WitnessSigner(String name) {
  private static final byte TYPE = 4;

  String key() {
    return LogSigner.key(name, id(), TYPE, Signer.of(name).publicKey());
  }

  /** {@return the note with this witness's signature under it} */
  String under(String note, long seconds) {
    return note + line(note, seconds);
  }

  String line(String note, long seconds) {
    String text = note.substring(0, note.lastIndexOf("\n\n") + 1);
    byte[] signature = Signer.of(name).sign("cosignature/v1\ntime " + seconds + "\n" + text);
    byte[] value =
        ByteBuffer.allocate(Long.BYTES + signature.length).putLong(seconds).put(signature).array();
    return LogSigner.line(name, id(), value);
  }

  byte[] id() {
    byte[] head = (name + "\n\u0004").getBytes(StandardCharsets.UTF_8);
    return Arrays.copyOf(Signer.sha256(head, Signer.of(name).publicKey()), 4);
  }
}
