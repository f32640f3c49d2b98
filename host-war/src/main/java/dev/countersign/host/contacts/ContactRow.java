package dev.countersign.host.contacts;

import dev.countersign.host.ids.ContactId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;

/** Somebody in an address book, as stored. */
@Entity
@Table(name = "contacts")
public class ContactRow {
  @Id private String id = "";

  @Column(name = "tenant_id")
  private String tenantId = "";

  private String name = "";
  private String address = "";
  private String tags = "";

  @Column(name = "created_at")
  private long createdAt;

  protected ContactRow() {}

  /**
   * Somebody new.
   *
   * @param tags each on one line
   */
  public ContactRow(
      ContactId id,
      String tenantId,
      String name,
      String address,
      List<String> tags,
      long createdAt) {
    this.id = id.toString();
    this.tenantId = tenantId;
    this.name = name;
    this.address = address;
    this.tags = String.join("\n", tags);
    this.createdAt = createdAt;
  }

  public String id() {
    return id;
  }

  public String tenantId() {
    return tenantId;
  }

  public String name() {
    return name;
  }

  public String address() {
    return address;
  }

  public List<String> tags() {
    return tags.lines().toList();
  }

  public long createdAt() {
    return createdAt;
  }
}
