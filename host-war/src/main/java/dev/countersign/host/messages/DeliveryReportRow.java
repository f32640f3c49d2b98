package dev.countersign.host.messages;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** What a report said of one recipient of one message. */
@Entity
@SuppressWarnings("UnusedVariable") // Some columns are for queries and for people alone.
@Table(name = "delivery_reports")
public class DeliveryReportRow {
  private static final int CODE_CHARACTERS = 20;
  private static final int DIAGNOSTIC_CHARACTERS = 500;

  @Id private String id = "";

  @Column(name = "tenant_id")
  private String tenantId = "";

  @Column(name = "message_id")
  private String messageId = "";

  private String recipient = "";
  private String domain = "";
  private String kind = "";

  @Column(name = "bounce_type")
  private @Nullable String bounceType;

  private @Nullable String code;
  private @Nullable String diagnostic;
  private long at;

  protected DeliveryReportRow() {}

  DeliveryReportRow(String id, MessageRow message, Fact fact, long at) {
    this.id = id;
    this.tenantId = message.tenantId();
    this.messageId = message.id();
    this.recipient = fact.recipient();
    this.domain = fact.recipient().substring(fact.recipient().lastIndexOf('@') + 1);
    this.kind = fact.kind().wire();
    this.bounceType = fact.bounceType();
    this.code = cut(fact.code(), CODE_CHARACTERS);
    this.diagnostic = cut(fact.diagnostic(), DIAGNOSTIC_CHARACTERS);
    this.at = at;
  }

  private static @Nullable String cut(@Nullable String text, int most) {
    return text == null || text.length() <= most ? text : text.substring(0, most);
  }

  /** What can be said of a recipient. */
  public enum Kind {
    DELIVERED,
    BOUNCED,
    COMPLAINED;

    String wire() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * One thing that a report says.
   *
   * @param recipient one of the message's own, in lower case
   * @param bounceType {@code hard} or {@code soft}, of a bounce
   * @param code such as {@code 5.1.1}
   */
  public record Fact(
      String recipient,
      Kind kind,
      @Nullable String bounceType,
      @Nullable String code,
      @Nullable String diagnostic) {}

  public String recipient() {
    return recipient;
  }
}
