package dev.countersign.conformance.mailin;

import java.nio.charset.StandardCharsets;

/** Reports as mail servers and providers write them (RFC 3464, RFC 5965). */
final class Reports {
  private Reports() {}

  static byte[] bounce(String recipient, String status, String diagnostic) {
    return status(recipient, "failed", status, "Diagnostic-Code: smtp; " + diagnostic + "\n");
  }

  static byte[] receipt(String recipient) {
    return status(recipient, "delivered", "2.0.0", "");
  }

  static byte[] delay(String recipient) {
    return status(recipient, "delayed", "4.4.1", "");
  }

  private static byte[] status(String recipient, String action, String status, String more) {
    return """
        From: MAILER-DAEMON@peer.example
        To: <>
        Subject: Delivery report
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

        --b1
        Content-Type: text/plain

        About your message.
        --b1
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.peer.example
        Arrival-Date: Tue, 17 Mar 2026 12:30:01 +0000

        Final-Recipient: rfc822; %s
        Action: %s
        Status: %s
        %s
        --b1
        Content-Type: text/rfc822-headers

        Subject: Security review findings

        --b1--
        """
        .formatted(recipient, action, status, more)
        .replace("\n", "\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  static byte[] complaint(String recipient, String returnPath, String subject) {
    return """
        From: feedback@provider.example
        To: abuse@countersign.localhost
        Subject: %s
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=feedback-report; boundary="b1"

        --b1
        Content-Type: text/plain

        This is a report about a message.
        --b1
        Content-Type: message/feedback-report

        Feedback-Type: abuse
        User-Agent: Provider/1.0
        Version: 1
        Original-Mail-From: <%s>
        Original-Rcpt-To: <%s>

        --b1
        Content-Type: message/rfc822

        From: agent@countersign.localhost
        Subject: Security review findings

        Words.
        --b1--
        """
        .formatted(subject, returnPath, recipient)
        .replace("\n", "\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }
}
