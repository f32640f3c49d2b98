package dev.countersign.host.desk;

import dev.countersign.host.codes.CodedAct;
import dev.countersign.host.desk.asked.AskedOfKey;
import dev.countersign.host.ids.KeyId;
import dev.countersign.host.keys.ApiKey;
import dev.countersign.host.keys.KeyRow;
import dev.countersign.host.keys.Keys;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.ledger.Members;
import dev.countersign.host.storage.Numbers;
import dev.countersign.host.storage.Transactions;
import dev.countersign.host.tenants.PrincipalRow;
import dev.countersign.host.tenants.Tenants;
import dev.countersign.kernel.Caller;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Key;
import dev.countersign.kernel.Presented;
import dev.countersign.kernel.Principal;
import dev.countersign.kernel.Purpose;
import dev.countersign.kernel.Role;
import dev.countersign.kernel.Scope;
import dev.countersign.kernel.Scopes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** API keys: handing them out and taking them back. */
@ApplicationScoped
public class KeyDesk {
  @Inject Transactions transactions;
  @Inject Callers callers;
  @Inject CodeDesk codes;
  @Inject Keys keys;
  @Inject Tenants tenants;
  @Inject People people;
  @Inject Numbers numbers;
  @Inject Records records;
  @Inject InstantSource time;

  /**
   * Whose the new key is to be.
   *
   * @param address the same address in the same role is the same principal; without one, somebody
   *     new
   * @param id of somebody who is there already, in whatever role; goes before the address
   */
  public record Holder(Role role, String name, Optional<String> address, Optional<String> id) {
    public Holder(Role role, String name, Optional<String> address) {
      this(role, name, address, Optional.empty());
    }
  }

  /** Whose a key with these scopes usually is; whether it may be is for the kernel to say. */
  public static Role usualHolder(Scopes scopes) {
    if (scopes.oversight()) {
      return Role.PERSON;
    }
    return scopes.admin() ? Role.OPERATOR : Role.AGENT;
  }

  /** A new key, with the secret that is shown this once. */
  public record Minted(KeyRow key, ApiKey secret) {}

  /**
   * Hands out a key.
   *
   * @param code an operator's, where the caller has one
   */
  public Coded<Minted> create(
      Speaker.KeyHolder speaker, String name, Holder holder, Scopes scopes, Optional<String> code) {
    return transactions.run(() -> created(speaker, name, holder, scopes, code));
  }

  private Coded<Minted> created(
      Speaker.KeyHolder speaker, String name, Holder holder, Scopes scopes, Optional<String> code) {
    tenants.hold(speaker.tenantId());
    long now = time.millis();
    var caller = callers.of(speaker);
    var known = people.find(speaker.tenantId(), holder);
    if (known.isEmpty() && holder.id().isPresent()) {
      return new Coded.Answered<>(records.notFound(speaker, Action.CREATE_KEY, holder.id().get()));
    }
    var whose =
        known
            .map(PrincipalRow::principal)
            .orElseGet(() -> new Principal(holder.role(), numbers.next()));
    var entry = records.entry(speaker, Action.CREATE_KEY);
    return codes.answered(
        speaker,
        new CodeRequest<AskedOfKey.Create, Key, Minted>(
            act(speaker, Action.CREATE_KEY, exactly(name, holder, scopes)),
            new Purpose.CreateKey(whose, scopes),
            code,
            by ->
                new AskedOfKey.Create(
                    now, false, caller, known.isPresent() ? whose : holder(by, whose), scopes, by),
            (asked, key) -> {
              var minted = minted(speaker, name, holder, known, asked, key);
              return new CodeRequest.Stored<>(
                  entry.on(minted.key().id()), new Decision.Allowed<>(minted));
            },
            entry));
  }

  private static Members exactly(String name, Holder holder, Scopes scopes) {
    return new Members()
        .with("name", name)
        .with("scopes", words(scopes))
        .with("holder", holder.role().wire())
        .with("holder_address", holder.address().orElse(null))
        .with("holder_id", holder.id().orElse(null));
  }

  private static List<String> words(Scopes scopes) {
    return scopes.set().stream().map(Scope::wire).sorted().toList();
  }

  /** Somebody new has the number that the code was made for. */
  private static Principal holder(Presented by, Principal fresh) {
    return by instanceof Presented.WithCode code
            && code.code().purpose() instanceof Purpose.CreateKey made
        ? made.holder()
        : fresh;
  }

  private Minted minted(
      Speaker speaker,
      String name,
      Holder holder,
      Optional<PrincipalRow> known,
      AskedOfKey.Create asked,
      Key key) {
    var whose = known.orElseGet(() -> people.add(speaker.tenantId(), asked.holder().id(), holder));
    var secret = ApiKey.mint();
    var maker = tenants.principal(asked.caller().who().id());
    var row =
        new KeyRow(numbers.next(), KeyId.mint(), name, secret, whose, maker, key, asked.now());
    keys.add(row);
    return new Minted(row, secret);
  }

  /**
   * Gives a key other scopes, another name, or both.
   *
   * @param code an operator's, where the caller has one
   */
  public Coded<KeyRow> patch(
      Speaker.KeyHolder speaker,
      KeyId id,
      Optional<String> name,
      Optional<Scopes> scopes,
      Optional<String> code) {
    return changed(
        speaker,
        id,
        Action.PATCH_KEY,
        code,
        row -> {
          var wanted = scopes.orElseGet(() -> row.key().scopes());
          return new Change(
              new Members().with("name", name.orElse(null)).with("scopes", words(wanted)),
              new Purpose.PatchKey(row.no(), wanted),
              (caller, by) ->
                  new AskedOfKey.Patch(time.millis(), row.key(), row.no(), caller, wanted, by),
              () -> name.ifPresent(row::call));
        });
  }

  /**
   * Takes a key back.
   *
   * @param code an operator's, where the caller has one
   */
  public Coded<KeyRow> revoke(Speaker.KeyHolder speaker, KeyId id, Optional<String> code) {
    return changed(
        speaker,
        id,
        Action.REVOKE_KEY,
        code,
        row ->
            new Change(
                new Members(),
                new Purpose.RevokeKey(row.no()),
                (caller, by) ->
                    new AskedOfKey.Revoke(time.millis(), row.key(), row.no(), caller, by),
                () -> {}));
  }

  /**
   * What is to be done to a key.
   *
   * @param exactly beside which key it is
   * @param alongside more to set on the row, when the kernel allows it
   */
  private record Change(
      Members exactly,
      Purpose purpose,
      BiFunction<Caller, Presented, AskedOfKey> asking,
      Runnable alongside) {}

  private Coded<KeyRow> changed(
      Speaker.KeyHolder speaker,
      KeyId id,
      Action action,
      Optional<String> code,
      Function<KeyRow, Change> changes) {
    return transactions.run(
        () -> {
          tenants.hold(speaker.tenantId());
          var found = keys.find(speaker.tenantId(), id);
          if (found.isEmpty()) {
            return new Coded.Answered<>(records.notFound(speaker, action, id.toString()));
          }
          return changed(speaker, found.get(), action, code, changes.apply(found.get()));
        });
  }

  private Coded<KeyRow> changed(
      Speaker.KeyHolder speaker, KeyRow row, Action action, Optional<String> code, Change change) {
    var caller = callers.of(speaker);
    var entry = records.entry(speaker, action).on(row.id());
    var exactly = change.exactly().with("key_id", row.id()).with("key_name", row.name());
    return codes.answered(
        speaker,
        new CodeRequest<AskedOfKey, Key, KeyRow>(
            act(speaker, action, exactly),
            change.purpose(),
            code,
            by -> change.asking().apply(caller, by),
            (asked, next) -> {
              row.become(next);
              change.alongside().run();
              return new CodeRequest.Stored<>(entry, new Decision.Allowed<>(row));
            },
            entry));
  }

  private static CodedAct act(Speaker speaker, Action action, Members exactly) {
    return CodedAct.of(speaker.tenantId(), action, exactly);
  }
}
