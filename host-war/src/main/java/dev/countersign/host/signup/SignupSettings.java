package dev.countersign.host.signup;

import dev.countersign.host.platform.ErrorCode;
import dev.countersign.host.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether strangers may found accounts here, and under which domain their mailboxes are. */
@ApplicationScoped
public class SignupSettings {
  @Inject
  @ConfigProperty(name = "countersign.signup.enabled", defaultValue = "false")
  boolean enabled;

  @Inject
  @ConfigProperty(name = "countersign.signup.domain")
  Optional<String> domain;

  @Inject
  @ConfigProperty(name = "countersign.mailbox", defaultValue = "agent@countersign.localhost")
  String firstMailbox;

  /**
   * Lets the call go on.
   *
   * @throws Problem 403 on a server that takes nobody in
   */
  public void check() {
    if (!enabled) {
      throw Problem.of(
          ErrorCode.SIGNUP_DISABLED,
          "This server takes no new accounts: its operator hands out keys (POST /v1/api-keys), or"
              + " allows signing up by countersign.signup.enabled=true.");
    }
  }

  public boolean open() {
    return enabled;
  }

  /** {@return the domain that new accounts' mailboxes are in} */
  public String domain() {
    return domain.orElseGet(() -> firstMailbox.substring(firstMailbox.lastIndexOf('@') + 1));
  }
}
