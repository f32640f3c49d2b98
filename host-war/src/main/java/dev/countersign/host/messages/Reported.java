package dev.countersign.host.messages;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * What reports have said of a message since it left: of each kind the first, in milliseconds since
 * 1970.
 */
@Embeddable
public class Reported {
  @Column(name = "delivered_at")
  private @Nullable Long deliveredAt;

  @Column(name = "bounced_at")
  private @Nullable Long bouncedAt;

  @Column(name = "bounce_type")
  private @Nullable String bounceType;

  @Column(name = "complained_at")
  private @Nullable Long complainedAt;

  protected Reported() {}

  /** A recipient's mail server has it. */
  public void delivered(long now) {
    if (deliveredAt == null) {
      deliveredAt = now;
    }
  }

  /**
   * A recipient did not get it; what is for good stays so.
   *
   * @param type {@code hard} or {@code soft}
   */
  public void bounced(String type, long now) {
    if (bouncedAt == null) {
      bouncedAt = now;
    }
    bounceType = "hard".equals(bounceType) ? bounceType : type;
  }

  /** A recipient called it spam. */
  public void complained(long now) {
    if (complainedAt == null) {
      complainedAt = now;
    }
  }

  public @Nullable Long deliveredAt() {
    return deliveredAt;
  }

  public @Nullable Long bouncedAt() {
    return bouncedAt;
  }

  /** {@code hard}: trying again cannot help; {@code soft}: it was given up. */
  public @Nullable String bounceType() {
    return bounceType;
  }

  public @Nullable Long complainedAt() {
    return complainedAt;
  }
}
