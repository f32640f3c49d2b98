package dev.countersign.host.api.access;

import dev.countersign.host.desk.Speaker;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.ledger.Actor;
import dev.countersign.host.platform.Problem;
import dev.countersign.host.platform.PublicAddress;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** The call under way: who makes it, and what the ledger will call it. */
@RequestScoped
public class CurrentCall {
  @Inject PublicAddress server;

  private Credential credential = new Credential.Unknown(Actor.anonymous("none"));
  private Action action = Action.UNMATCHED_CALL;
  private @Nullable String object;
  private boolean settled;

  /** Also for a call made inside another: it has its own entry, whatever became of the first. */
  void begin(Credential presented) {
    credential = presented;
    action = Action.UNMATCHED_CALL;
    object = null;
    settled = false;
  }

  /** Says what the ledger will call it, for the case that no desk hears of it. */
  public void named(Action word) {
    action = word;
  }

  /** Notes what the call is about, for the case that no desk hears of it. */
  public void about(@Nullable String id) {
    object = id;
  }

  /**
   * Whoever holds the presented key.
   *
   * @throws Problem 401 when there is no live key
   */
  public Speaker.KeyHolder speaker() {
    return switch (credential) {
      case Credential.Live(Speaker.KeyHolder speaker) -> speaker;
      case Credential.Revoked revoked -> throw unauthenticated();
      case Credential.Unknown unknown -> throw unauthenticated();
    };
  }

  // One sentence for all: an answer must not tell which keys once existed.
  private Problem unauthenticated() {
    return Problem.unauthenticated(
        "Send a valid key as Authorization: Bearer mm_live_… ; this one is missing, unknown or"
            + " revoked.",
        server.of("/.well-known/oauth-protected-resource"));
  }

  /** A tenant's key was presented, live or not. */
  boolean attributed() {
    return credential.actor().tenantId() != null;
  }

  Actor actor() {
    return credential.actor();
  }

  /** What the call is known by in the ledger. */
  public String requestId() {
    return actor().requestId();
  }

  Action action() {
    return action;
  }

  /** The request was for something that is there. */
  boolean matched() {
    return action != Action.UNMATCHED_CALL;
  }

  @Nullable String object() {
    return object;
  }

  /** Nothing more is to be recorded. */
  void settle() {
    settled = true;
  }

  boolean settled() {
    return settled;
  }
}
