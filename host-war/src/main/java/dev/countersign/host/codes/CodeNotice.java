package dev.countersign.host.codes;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * What the overseer is told, once the code is stored: who asks, for what exactly, and the code.
 *
 * @param to the overseer's address
 * @param sender domain of the tenant's own mail, where it has any
 * @param asker id of whoever asked
 * @param keyId the key that asked
 * @param expires milliseconds since 1970
 */
public record CodeNotice(
    String to,
    Optional<String> sender,
    String asker,
    String keyId,
    CodedAct act,
    String code,
    long expires) {

  public String subject() {
    return "Code to let " + asker + " " + act.action().wire().replace('_', ' ');
  }

  public String text() {
    return String.format(
        Locale.ROOT,
        """
        %s asks to do what only an operator may do:

        %s
        The code is %s

        It is good for exactly this, once, until %s. Pass it on only if you want this to happen:
        whoever asked can do it then. If you did not expect this, revoke the key %s.
        """,
        asker,
        act.lines(),
        code,
        Instant.ofEpochMilli(expires).truncatedTo(ChronoUnit.SECONDS),
        keyId);
  }

  @Override
  public String toString() {
    return "a notice of a code";
  }
}
