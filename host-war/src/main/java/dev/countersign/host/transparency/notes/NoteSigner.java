package dev.countersign.host.transparency.notes;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/**
 * Signs notes.
 *
 * @param key the public half, under whose name it signs
 * @param signature of any bytes, as the key's type has it
 */
public record NoteSigner(VerifierKey key, UnaryOperator<byte[]> signature) {
  public NoteSignature sign(String text) {
    return NoteSignature.by(key, signature.apply(text.getBytes(StandardCharsets.UTF_8)));
  }
}
