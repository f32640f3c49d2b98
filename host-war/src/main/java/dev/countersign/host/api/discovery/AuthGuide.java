package dev.countersign.host.api.discovery;

import dev.countersign.host.platform.PublicAddress;
import java.util.Locale;

/** The page that tells agents how they come to a key. */
final class AuthGuide {
  private AuthGuide() {}

  static String text(PublicAddress server, boolean signup) {
    return String.format(
        Locale.ROOT,
        """
    # Keys for %s

    Show a key in every call: `Authorization: Bearer mm_live_…`. `X-API-Key: mm_live_…` does the same.

    A key has scopes, and none stands in for another: `read`, `send`, `oversight` (a person who decides about mail), `admin` (an operator).
    No key holds `send` and `oversight`: whoever writes mail does not decide about it.

    ## Getting one

    %s
    ## More

    The API: %s
    """,
        server.of("/"),
        signup ? registering(server) : ASKING,
        server.of("/v1/openapi.json"));
  }

  private static final String ASKING =
      """
      Ask the operator of this server. It takes no new accounts.
      """;

  private static String registering(PublicAddress server) {
    return String.format(
        Locale.ROOT,
        """
    1. `POST %s` with `{"type":"identity_assertion","assertion_type":"verified_email","assertion":{"email":"<a person>"}}`.
       You get a `claim_token`; the person gets six digits by mail.
    2. Ask the person for the digits.
    3. `POST %s` with `{"claim_token":"…","otp":"…"}`. You get a key to read and send, once.
       The person gets their own keys by mail. You never do: your mail waits for their decision.
    """,
        server.of("/agent/auth"),
        server.of("/agent/auth/claim/complete"));
  }
}
