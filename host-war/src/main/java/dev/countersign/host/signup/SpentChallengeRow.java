package dev.countersign.host.signup;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A puzzle that was solved, as stored until its time is over. */
@Entity
@Table(name = "spent_challenges")
class SpentChallengeRow {
  @Id private String challenge = "";

  @Column(name = "expires_at")
  private long expiresAt;

  protected SpentChallengeRow() {}

  SpentChallengeRow(String challenge, long expiresAt) {
    this.challenge = challenge;
    this.expiresAt = expiresAt;
  }

  String challenge() {
    return challenge;
  }

  long expiresAt() {
    return expiresAt;
  }
}
