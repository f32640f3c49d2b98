package dev.countersign.host.webhooks;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Hands a body to a sink, once: no redirect, no second try, no proxy, no cookie, and no more time
 * or bytes than it was given.
 */
final class Sink implements AutoCloseable {
  // Without a charset, which JSON does not have (RFC 8259, section 11); it is signed as it is.
  private static final ContentType TYPE = ContentType.create(SignedRequest.CONTENT_TYPE);
  private static final TimeValue KEPT = TimeValue.ofMinutes(1);

  private final CloseableHttpClient client;
  private final ScheduledExecutorService clock;
  private final Duration patience;
  private final int responseBytes;

  /**
   * @param trust whose certificates sinks may have
   * @param clock ends what takes longer than {@code patience}, whatever it does in that time
   * @param responseBytes read of an answer; of a longer one the connection is given up
   */
  Sink(
      SinkNames names,
      SSLContext trust,
      ScheduledExecutorService clock,
      Duration patience,
      int responseBytes) {
    var each = Timeout.of(patience);
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(names)
            .setTlsSocketStrategy(new DefaultClientTlsStrategy(trust))
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(each)
                    .setSocketTimeout(each)
                    .setTimeToLive(KEPT)
                    .build())
            .setMaxConnPerRoute(64)
            .setMaxConnTotal(1024)
            .build();
    this.client =
        HttpClients.custom()
            .setConnectionManager(connections)
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setResponseTimeout(each)
                    .setConnectionRequestTimeout(each)
                    .build())
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression()
            .setUserAgent("Countersign-Webhook")
            .build();
    this.clock = clock;
    this.patience = patience;
    this.responseBytes = responseBytes;
  }

  /**
   * {@return the status of the answer}
   *
   * @throws IOException if there was none in time
   * @throws SinkException if the name leads to a forbidden address
   */
  int post(URI url, Map<String, String> headers, byte[] body) throws IOException {
    var request = new HttpPost(url);
    headers.forEach(request::setHeader);
    request.setEntity(new ByteArrayEntity(body, TYPE));
    var end =
        clock.schedule(
            () -> {
              request.cancel();
            },
            patience.toMillis(),
            TimeUnit.MILLISECONDS);
    try {
      return status(request, client.executeOpen(null, request, null));
    } finally {
      end.cancel(false);
    }
  }

  private int status(HttpPost request, ClassicHttpResponse answer) throws IOException {
    boolean whole = false;
    try {
      whole = readToEnd(answer);
      return answer.getCode();
    } finally {
      if (whole) {
        answer.close();
      } else {
        // Closing would read on to the end of the answer, for as long as there is one.
        request.cancel();
      }
    }
  }

  private boolean readToEnd(ClassicHttpResponse answer) throws IOException {
    if (answer.getEntity() == null) {
      return true;
    }
    InputStream content = answer.getEntity().getContent();
    return content.readNBytes(responseBytes).length < responseBytes || content.read() == -1;
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
