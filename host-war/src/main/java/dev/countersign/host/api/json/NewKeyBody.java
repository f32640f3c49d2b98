package dev.countersign.host.api.json;

import dev.countersign.host.desk.KeyDesk;
import dev.countersign.host.platform.ErrorCode;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.platform.Problem;
import dev.countersign.kernel.Role;
import dev.countersign.kernel.Scope;
import dev.countersign.kernel.Scopes;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A key to be made, and for whom. A key that decides is a person's, so it names that person by
 * {@code approver_email}: every key with the same address speaks for the same person, who counts
 * once however many keys there are. A key with {@code agent_id} is one more for that agent; without
 * it a new agent is made. An admin key is an operator's.
 *
 * @param scopes read, send, oversight, admin; only read when absent
 * @param holder agent, person or operator, where the scopes do not say it
 */
@Schema(requiredProperties = "name", example = "{\"name\": \"Reader\", \"scopes\": [\"read\"]}")
public record NewKeyBody(
    @Nullable String name,
    @Nullable List<String> scopes,
    @Nullable String approverEmail,
    @Nullable String agentId,
    @Nullable String holder,
    @Nullable String approvalCode) {

  private static final int ID_CHARACTERS = 40;

  public String name(Limits limits) {
    return Fields.line("name", Fields.required("name", name), limits.value(Limit.NAME_CHARACTERS))
        .orElseThrow();
  }

  public Scopes wanted() {
    return scopes(scopes == null ? List.of(Scope.READ.wire()) : scopes);
  }

  static Scopes scopes(List<String> words) {
    if (words.isEmpty()) {
      throw Fields.missing("scopes");
    }
    Set<Scope> set = EnumSet.noneOf(Scope.class);
    for (String word : words) {
      set.add(
          Fields.word("scopes", word, Scope::ofWire)
              .orElseThrow(() -> Fields.invalid("scopes", "A scope must not be empty.")));
    }
    return Scopes.of(set);
  }

  public KeyDesk.Holder holder(Limits limits) {
    Role role = role();
    Optional<String> address =
        Fields.optional(approverEmail).map(text -> NewMailboxBody.person("approver_email", text));
    if (role == Role.PERSON && address.isEmpty()) {
      throw Problem.field(
          ErrorCode.MISSING_FIELD,
          "approver_email",
          "approver_email is required: a key that decides belongs to a person.");
    }
    return new KeyDesk.Holder(
        role, name(limits), address, Fields.line("agent_id", agentId, ID_CHARACTERS));
  }

  private Role role() {
    var asked =
        Fields.word("holder", holder, NewKeyBody::holders)
            .or(() -> Fields.optional(agentId).map(id -> Role.AGENT));
    return asked.orElseGet(() -> KeyDesk.usualHolder(wanted()));
  }

  private static Optional<Role> holders(String word) {
    return Role.ofWire(word)
        .filter(role -> role == Role.AGENT || role == Role.PERSON || role == Role.OPERATOR);
  }
}
