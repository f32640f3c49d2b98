package dev.countersign.host.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.UnknownHostException;

/** Whether events may go somewhere, asked before anybody subscribes, and again at each delivery. */
@ApplicationScoped
public class Destinations {
  @Inject SinkRules rules;
  @Inject SinkNames names;

  /**
   * The URL as it will be called. Looks its host up, so it may take a while.
   *
   * @throws SinkException if events may not go there
   */
  public URI checked(String text) {
    var url = rules.url(text);
    try {
      names.resolve(url.getHost());
    } catch (UnknownHostException e) {
      throw new SinkException("names a host that was not found", e);
    }
    return url;
  }
}
