package dev.countersign.host.messages;

import dev.countersign.host.inbound.Provenance;
import dev.countersign.host.inbound.authentication.Authentication;
import dev.countersign.host.platform.Json;
import dev.countersign.kernel.SpamVerdict;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** How a message came in, and what was found out about it then. */
@Entity
@SuppressWarnings("UnusedVariable") // Some columns are for queries and for people alone.
@Table(name = "arrivals")
public class ArrivalRow {
  private static final int HELO_CHARACTERS = 255;
  private static final int SENDER_CHARACTERS = 1000;

  @Id
  @Column(name = "message_id")
  private String messageId = "";

  private String protocol = "";
  private @Nullable String peer;
  private @Nullable String helo;

  @Column(name = "envelope_from")
  private @Nullable String envelopeFrom;

  private @Nullable String spf;
  private @Nullable String dkim;
  private @Nullable String dmarc;
  private String results = "";

  @Column(name = "spam_verdict")
  private String spamVerdict = "";

  @Column(name = "spam_score")
  private @Nullable Integer spamScore;

  private long at;

  protected ArrivalRow() {}

  public ArrivalRow(String messageId, Provenance provenance, long at) {
    var found = provenance.authentication();
    this.messageId = messageId;
    this.protocol = provenance.way().wire();
    this.peer = provenance.peer().orElse(null);
    this.helo = provenance.helo().map(name -> cut(name, HELO_CHARACTERS)).orElse(null);
    this.envelopeFrom =
        provenance.envelopeFrom().map(from -> cut(from, SENDER_CHARACTERS)).orElse(null);
    this.spf = found.spf() == null ? null : found.spf().result().wire();
    this.dkim = found.dkimResult().wire();
    this.dmarc = found.dmarc() == null ? null : found.dmarc().result().wire();
    this.results = new String(Json.bytes(found), StandardCharsets.UTF_8);
    this.spamVerdict = provenance.verdict().wire();
    this.spamScore = provenance.spamScore();
    this.at = at;
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }

  public String messageId() {
    return messageId;
  }

  /** {@code api}, {@code smtp}, {@code lmtp} or {@code provider}. */
  public String protocol() {
    return protocol;
  }

  public @Nullable String peer() {
    return peer;
  }

  public @Nullable String envelopeFrom() {
    return envelopeFrom;
  }

  public Authentication authentication() {
    try {
      return Json.read(
          new ByteArrayInputStream(results.getBytes(StandardCharsets.UTF_8)), Authentication.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public SpamVerdict spamVerdict() {
    return SpamVerdict.ofWire(spamVerdict).orElseThrow();
  }

  public @Nullable Integer spamScore() {
    return spamScore;
  }
}
