package dev.countersign.host.inbound.authentication;

import dev.countersign.host.inbound.authentication.Authentication.Dkim;
import dev.countersign.host.inbound.authentication.Authentication.Dmarc;
import dev.countersign.host.inbound.authentication.Authentication.Spf;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The results as a header field has them (RFC 8601). */
public final class ResultsField {
  public static final String NAME = "Authentication-Results";

  private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9._@+-]");

  private ResultsField() {}

  /** {@return the content of the field; {@code host} is who looked} */
  public static String of(String host, Authentication found) {
    List<String> parts = new ArrayList<>();
    Spf spf = found.spf();
    if (spf != null) {
      parts.add(
          "spf=" + spf.result().wire() + " smtp." + spf.identity() + "=" + safe(spf.domain()));
    }
    for (Dkim dkim : found.dkim()) {
      parts.add(
          "dkim="
              + dkim.result().wire()
              + (dkim.domain().isEmpty() ? "" : " header.d=" + safe(dkim.domain()))
              + (dkim.selector().isEmpty() ? "" : " header.s=" + safe(dkim.selector())));
    }
    Dmarc dmarc = found.dmarc();
    if (dmarc != null) {
      parts.add(
          "dmarc="
              + dmarc.result().wire()
              + (dmarc.domain().isEmpty() ? "" : " header.from=" + safe(dmarc.domain())));
    }
    return host + "; " + (parts.isEmpty() ? "none" : String.join("; ", parts));
  }

  private static String safe(String text) {
    return UNSAFE.matcher(text).replaceAll("?");
  }
}
