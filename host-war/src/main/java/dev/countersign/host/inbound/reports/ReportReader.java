package dev.countersign.host.inbound.reports;

import dev.countersign.host.inbound.MimeSize;
import dev.countersign.host.inbound.reports.MailReport.Complaint;
import dev.countersign.host.inbound.reports.MailReport.DeliveryStatus;
import dev.countersign.host.inbound.reports.MailReport.Fate;
import dev.countersign.host.inbound.reports.MailReport.OfRecipient;
import dev.countersign.host.mail.Rfc5322;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads reports ({@code multipart/report}, RFC 6522). What cannot be read is no report. */
public final class ReportReader {
  private static final int PARTS_MAX = 10;
  private static final int PART_BYTES = 1 << 20;

  private @Nullable FieldGroups status;
  private @Nullable FieldGroups feedback;
  private final List<String> returnPaths = new ArrayList<>();

  private ReportReader() {}

  /** {@return the report that the message is, if it is one} */
  public static Optional<MailReport> read(byte[] message) {
    if (MimeSize.isTooMany(message)) {
      return Optional.empty();
    }
    try {
      MimeMessage parsed = Rfc5322.parse(message);
      if (!parsed.isMimeType("multipart/report")
          || !(parsed.getContent() instanceof Multipart parts)) {
        return Optional.empty();
      }
      var reader = new ReportReader();
      for (int i = 0; i < Math.min(parts.getCount(), PARTS_MAX); i++) {
        reader.part(parts.getBodyPart(i));
      }
      return reader.report();
    } catch (MessagingException | IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private void part(BodyPart part) throws MessagingException, IOException {
    if (part.isMimeType("message/delivery-status")
        || part.isMimeType("message/global-delivery-status")) {
      status = new FieldGroups(bytes(part));
    } else if (part.isMimeType("message/feedback-report")) {
      feedback = new FieldGroups(bytes(part));
    } else if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")) {
      try (InputStream in = part.getInputStream()) {
        String[] found = new InternetHeaders(in, true).getHeader("Return-Path");
        if (found != null) {
          returnPaths.add(FieldGroups.bare(found[0]));
        }
      }
    }
  }

  private static byte[] bytes(BodyPart part) throws MessagingException, IOException {
    try (InputStream in = part.getInputStream()) {
      return in.readNBytes(PART_BYTES);
    }
  }

  private Optional<MailReport> report() {
    if (feedback != null) {
      return complaint(feedback.all());
    }
    return status == null ? Optional.empty() : Optional.of(deliveryStatus(status.all()));
  }

  private Optional<MailReport> complaint(List<Map<String, String>> groups) {
    Map<String, String> fields = groups.isEmpty() ? Map.of() : groups.getFirst();
    String type = fields.getOrDefault("feedback-type", "").toLowerCase(Locale.ROOT);
    if (type.isEmpty() || type.equals("not-spam")) {
      return Optional.empty();
    }
    Stream.ofNullable(fields.get("original-mail-from"))
        .map(FieldGroups::bare)
        .forEach(returnPaths::add);
    List<String> recipients =
        Stream.ofNullable(fields.get("original-rcpt-to")).map(FieldGroups::bare).toList();
    return Optional.of(new Complaint(List.copyOf(returnPaths), recipients));
  }

  private static MailReport deliveryStatus(List<Map<String, String>> groups) {
    return new DeliveryStatus(
        groups.stream()
            .filter(group -> group.containsKey("action") && group.containsKey("final-recipient"))
            .map(ReportReader::recipient)
            .toList());
  }

  private static OfRecipient recipient(Map<String, String> fields) {
    Fate fate =
        switch (fields.getOrDefault("action", "").toLowerCase(Locale.ROOT)) {
          case "failed" -> Fate.FAILED;
          case "delivered" -> Fate.DELIVERED;
          default -> Fate.UNDER_WAY;
        };
    return new OfRecipient(
        FieldGroups.bare(FieldGroups.typed(fields, "final-recipient").orElse("")),
        FieldGroups.typed(fields, "original-recipient").map(FieldGroups::bare),
        fate,
        fields.getOrDefault("status", ""),
        FieldGroups.typed(fields, "diagnostic-code"));
  }
}
