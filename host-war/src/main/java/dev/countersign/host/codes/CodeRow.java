package dev.countersign.host.codes;

import dev.countersign.kernel.Code;
import dev.countersign.kernel.Digest;
import dev.countersign.kernel.Mode;
import dev.countersign.kernel.Principal;
import dev.countersign.kernel.Purpose;
import dev.countersign.kernel.Role;
import dev.countersign.kernel.Scope;
import dev.countersign.kernel.Scopes;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A code as stored: what it is good for, and nothing that it could be guessed from. */
@Entity
@Table(name = "approval_codes")
public class CodeRow {
  private enum Kind {
    UPGRADE,
    CREATE_MAILBOX,
    CREATE_KEY,
    PATCH_KEY,
    REVOKE_KEY,
    OPERATE
  }

  @Id private long no;

  @Column(name = "tenant_id")
  private String tenantId = "";

  private String act = "";

  @Enumerated(EnumType.STRING)
  private Kind purpose = Kind.OPERATE;

  @Column(name = "object_no")
  private long objectNo;

  @Enumerated(EnumType.STRING)
  @Column(name = "target_mode")
  private @Nullable Mode targetMode;

  @Enumerated(EnumType.STRING)
  @Column(name = "holder_role")
  private @Nullable Role holderRole;

  private String scopes = "";
  private String secret = "";

  @Column(name = "asked_at")
  private long askedAt;

  @Column(name = "expires_at")
  private long expiresAt;

  private boolean used;
  private int tries;

  protected CodeRow() {}

  /**
   * A code that the kernel has made.
   *
   * @param act what it was asked for with, all of it
   */
  CodeRow(long no, String tenantId, Digest act, Code code, long askedAt) {
    this.no = no;
    this.tenantId = tenantId;
    this.act = act.hex();
    this.askedAt = askedAt;
    this.secret = code.secret().hex();
    this.expiresAt = code.expires();
    this.used = code.used();
    good(code.purpose());
  }

  private void good(Purpose wanted) {
    switch (wanted) {
      case Purpose.Upgrade(long mailbox, Mode target) -> {
        purpose = Kind.UPGRADE;
        objectNo = mailbox;
        targetMode = target;
      }
      case Purpose.CreateMailbox(long mailbox) -> {
        purpose = Kind.CREATE_MAILBOX;
        objectNo = mailbox;
      }
      case Purpose.CreateKey(Principal holder, Scopes granted) -> {
        purpose = Kind.CREATE_KEY;
        objectNo = holder.id();
        holderRole = holder.role();
        scopes = text(granted);
      }
      case Purpose.PatchKey(long key, Scopes granted) -> {
        purpose = Kind.PATCH_KEY;
        objectNo = key;
        scopes = text(granted);
      }
      case Purpose.RevokeKey(long key) -> {
        purpose = Kind.REVOKE_KEY;
        objectNo = key;
      }
      case Purpose.Operate(Digest exactly) -> {
        if (!exactly.hex().equals(act)) {
          throw new IllegalArgumentException("a code is for the act that it is asked for with");
        }
      }
    }
  }

  Code code() {
    return new Code(purpose(), digest(secret), expiresAt, used);
  }

  private Purpose purpose() {
    return switch (purpose) {
      case UPGRADE -> new Purpose.Upgrade(objectNo, Objects.requireNonNull(targetMode));
      case CREATE_MAILBOX -> new Purpose.CreateMailbox(objectNo);
      case CREATE_KEY ->
          new Purpose.CreateKey(
              new Principal(Objects.requireNonNull(holderRole), objectNo), scopes(scopes));
      case PATCH_KEY -> new Purpose.PatchKey(objectNo, scopes(scopes));
      case REVOKE_KEY -> new Purpose.RevokeKey(objectNo);
      case OPERATE -> new Purpose.Operate(digest(act));
    };
  }

  void become(Code next) {
    used = next.used();
  }

  void tried() {
    tries++;
  }

  long no() {
    return no;
  }

  String tenantId() {
    return tenantId;
  }

  long askedAt() {
    return askedAt;
  }

  int tries() {
    return tries;
  }

  private static Digest digest(String hex) {
    return Digest.ofBytes(HexFormat.of().parseHex(hex));
  }

  private static String text(Scopes granted) {
    return granted.set().stream().map(Scope::name).sorted().collect(Collectors.joining(" "));
  }

  private static Scopes scopes(String text) {
    return Scopes.of(
        Arrays.stream(text.split(" ", -1))
            .filter(word -> !word.isEmpty())
            .map(Scope::valueOf)
            .collect(Collectors.toSet()));
  }
}
