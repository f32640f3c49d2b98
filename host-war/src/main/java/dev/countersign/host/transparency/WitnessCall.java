package dev.countersign.host.transparency;

import dev.countersign.host.transparency.merkle.ConsistencyProof;
import dev.countersign.host.transparency.notes.NoteSignature;
import dev.countersign.host.transparency.notes.SignedNote;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/** Asks one witness for its signature (C2SP {@code tlog-witness}). */
final class WitnessCall {
  private static final int LONGEST_ANSWER_BYTES = 64 << 10;
  private static final int OK = 200;
  private static final int CONFLICT = 409;
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  private final Witness witness;
  private final Duration patience;

  WitnessCall(Witness witness, Duration patience) {
    this.witness = witness;
    this.patience = patience;
  }

  /**
   * What the witness said.
   *
   * @param known the size that it has seen of the log, if it wants a proof from there
   */
  record Answer(List<NoteSignature> signatures, OptionalLong known) {}

  Answer addCheckpoint(ConsistencyProof proof, SignedNote checkpoint)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(address())
            .timeout(patience)
            .POST(BodyPublishers.ofString(body(proof, checkpoint)))
            .build();
    HttpResponse<InputStream> answer = CLIENT.send(request, BodyHandlers.ofInputStream());
    String text;
    try (InputStream body = answer.body()) {
      text = new String(body.readNBytes(LONGEST_ANSWER_BYTES), StandardCharsets.UTF_8);
    }
    return switch (answer.statusCode()) {
      case OK ->
          new Answer(
              SignedNote.signatures(text).orElseThrow(() -> unusable(OK)), OptionalLong.empty());
      case CONFLICT -> new Answer(List.of(), OptionalLong.of(size(text)));
      default -> throw unusable(answer.statusCode());
    };
  }

  static String body(ConsistencyProof proof, SignedNote checkpoint) {
    var body = new StringBuilder("old ").append(proof.older()).append('\n');
    proof.path().forEach(hash -> body.append(hash.base64()).append('\n'));
    return body.append('\n').append(checkpoint).toString();
  }

  private URI address() {
    String prefix = witness.submission().orElseThrow().toString();
    return URI.create(prefix + (prefix.endsWith("/") ? "" : "/") + "add-checkpoint");
  }

  private static long size(String text) {
    String line = text.strip();
    if (!line.matches("0|[1-9]\\d{0,17}")) {
      throw unusable(CONFLICT);
    }
    return Long.parseLong(line);
  }

  private static IllegalStateException unusable(int status) {
    return new IllegalStateException("the witness answered " + status + " and nothing of use");
  }
}
