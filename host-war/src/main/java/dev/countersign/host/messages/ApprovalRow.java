package dev.countersign.host.messages;

import dev.countersign.kernel.Approval;
import dev.countersign.kernel.Digest;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.HexFormat;

/** One person's word for one digest, with what the person noted beside it. */
@Embeddable
public class ApprovalRow {
  @Column(name = "person_no")
  private long personNo;

  private String digest = "";
  private String note = "";

  @Column(name = "given_at")
  private long givenAt;

  protected ApprovalRow() {}

  ApprovalRow(Approval approval, String note, long givenAt) {
    this.personNo = approval.person();
    this.digest = approval.digest().hex();
    this.note = note;
    this.givenAt = givenAt;
  }

  Approval approval() {
    return new Approval(personNo, Digest.ofBytes(HexFormat.of().parseHex(digest)));
  }

  public long personNo() {
    return personNo;
  }

  public long givenAt() {
    return givenAt;
  }

  public String note() {
    return note;
  }
}
