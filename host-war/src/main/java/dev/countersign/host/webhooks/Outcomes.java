package dev.countersign.host.webhooks;

import dev.countersign.host.firststart.DataFolder;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;

/** What becomes of a webhook after a try: it moves on, tries again later, or is given up. */
@ApplicationScoped
public class Outcomes {
  private static final SecureRandom JITTER = new SecureRandom();
  private static final int DOUBLINGS_MAX = 30;

  @Inject Turns turns;
  @Inject Deliveries deliveries;
  @Inject jakarta.enterprise.event.Event<GaveUp> gaveUp;
  @Inject Limits limits;
  @Inject DataFolder data;
  @Inject InstantSource time;

  /**
   * A sink has failed for too long. Nothing is lost: the webhook keeps its place in the log, and
   * goes on from there when somebody replays it.
   */
  public record GaveUp(WebhookRow webhook, String why) {}

  Optional<WebhookRow> arrived(
      WebhookRow at, Event event, Attempt attempt, long nextPlace, int others) {
    long now = time.millis();
    var next = turns.reached(at, data.nodeName(), now, nextPlace, others);
    next.ifPresent(webhook -> deliveries.tried(webhook, event, attempt, now));
    return next;
  }

  /** {@return empty: what comes after this event waits for it} */
  Optional<WebhookRow> failed(WebhookRow at, Event event, Attempt attempt) {
    long now = time.millis();
    turns
        .failed(at, data.nodeName(), now, now + pause(at.attempts()))
        .ifPresent(
            webhook -> {
              deliveries.tried(webhook, event, attempt, now);
              giveUpIfDue(webhook, now);
            });
    return Optional.empty();
  }

  private void giveUpIfDue(WebhookRow webhook, long now) {
    long since = webhook.failingSince() == null ? now : webhook.failingSince();
    boolean tooOften = webhook.attempts() >= limits.value(Limit.WEBHOOK_ATTEMPTS_COUNT);
    boolean tooLong = now - since >= limits.value(Limit.WEBHOOK_GIVE_UP_MS);
    if (tooOften || tooLong) {
      webhook.disable(now);
      gaveUp.fire(new GaveUp(webhook, tooOften ? "too many attempts" : "failing for too long"));
    }
  }

  /**
   * Twice as long after every try, up to the longest; of that between half and all, so that sinks
   * which failed together are not tried together.
   */
  private long pause(int attempts) {
    long first = limits.value(Limit.WEBHOOK_RETRY_FIRST_MS);
    long longest = limits.value(Limit.WEBHOOK_RETRY_LONGEST_MS);
    long whole = attempts > DOUBLINGS_MAX ? longest : Math.min(longest, first << attempts);
    return whole / 2 + JITTER.nextLong(whole / 2 + 1);
  }
}
