package dev.countersign.host.mailboxes;

import dev.countersign.host.mail.EmailAddress;
import dev.countersign.host.mail.Letterhead;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a mailbox adds to its mail, in columns. None of it decides whether mail may leave. */
@Embeddable
public class Settings {
  /** A mailbox that adds nothing. */
  public static final Settings NONE = new Settings();

  @Column(name = "auto_cc")
  private @Nullable String autoCc;

  @Column(name = "auto_bcc")
  private @Nullable String autoBcc;

  @Column(name = "signature_block")
  private @Nullable String signatureBlock;

  @Column(name = "mcp_configured")
  private boolean mcpConfigured = true;

  protected Settings() {}

  /** Addresses are bare; null for none. */
  public Settings(
      @Nullable String autoCc,
      @Nullable String autoBcc,
      @Nullable String signatureBlock,
      boolean mcpConfigured) {
    this.autoCc = autoCc;
    this.autoBcc = autoBcc;
    this.signatureBlock = signatureBlock;
    this.mcpConfigured = mcpConfigured;
  }

  public @Nullable String autoCc() {
    return autoCc;
  }

  public @Nullable String autoBcc() {
    return autoBcc;
  }

  public @Nullable String signatureBlock() {
    return signatureBlock;
  }

  /** Whoever sets up agents is done with this mailbox. */
  public boolean mcpConfigured() {
    return mcpConfigured;
  }

  Letterhead letterhead() {
    return new Letterhead(
        Optional.ofNullable(autoCc).map(EmailAddress::parse),
        Optional.ofNullable(autoBcc).map(EmailAddress::parse),
        Optional.ofNullable(signatureBlock));
  }
}
