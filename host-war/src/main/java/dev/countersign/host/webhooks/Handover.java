package dev.countersign.host.webhooks;

import dev.countersign.host.identity.KeyOwner;
import dev.countersign.host.identity.SigningKeys;
import dev.countersign.host.platform.EventLog;
import dev.countersign.host.platform.LogField;
import dev.countersign.host.storage.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.InstantSource;
import javax.net.ssl.SSLException;

/** One try to hand an event to its sink. However it ends, it ends as an {@link Attempt}. */
@ApplicationScoped
public class Handover {
  private static final EventLog LOG = EventLog.of(Handover.class);

  @Inject Transactions transactions;
  @Inject Bodies bodies;
  @Inject WebhookSecrets secrets;
  @Inject SigningKeys keys;
  @Inject SinkRules rules;
  @Inject Sink sink;
  @Inject InstantSource time;

  Attempt attempt(WebhookRow webhook, Event event) {
    try {
      // The rules may have become stricter since the webhook was made.
      var url = rules.url(webhook.url());
      byte[] body = transactions.run(() -> bodies.of(webhook, event));
      var key = keys.current(new KeyOwner.Tenant(webhook.tenantId()));
      var headers =
          SignedRequest.headers(url, event.id(), body, secrets.of(webhook), key, time.instant());
      return Attempt.answered(sink.post(url, headers, body));
    } catch (SinkException e) {
      return Attempt.unanswered("the URL " + e.why());
    } catch (UnknownHostException e) {
      return Attempt.unanswered("the sink's name was not found");
    } catch (SSLException e) {
      return Attempt.unanswered("TLS failed, or the certificate was not trusted");
    } catch (SocketTimeoutException e) {
      return Attempt.unanswered("the sink did not answer in time");
    } catch (IOException e) {
      return Attempt.unanswered("the connection failed");
    } catch (RuntimeException e) {
      LOG.event("event not handed over")
          .with(LogField.TENANT, webhook.tenantId())
          .with(e)
          .warning();
      return Attempt.unanswered("this server failed; its log says why");
    }
  }
}
