package dev.countersign.conformance.mailin;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Messages of about a megabyte whose only harm is how long, or how deep, a careless reader works on
 * them: each is a pattern that costs the square of its length, or a stack frame for each letter.
 */
final class CostlyMail {
  private static final int MEGABYTE = 1 << 20;

  private CostlyMail() {}

  /** {@return messages by what they cost} */
  static Map<String, byte[]> all() {
    Map<String, byte[]> mails = new LinkedHashMap<>();
    pages().forEach((name, html) -> mails.put(name, mail("Content-Type: text/html", html)));
    fields().forEach((name, field) -> mails.put(name, mail(field, "Words.")));
    mails.put(
        "a report of empty lines",
        report("Reporting-MTA: dns; x" + "\r\n".repeat(MEGABYTE / 2) + "Action: failed"));
    mails.put("a report of spaces", report(("a: b\r\n" + " ".repeat(500) + "\r\n").repeat(2000)));
    mails.put(
        "a text of line ends", mail("Content-Type: text/plain", "\r\n".repeat(MEGABYTE / 2) + "x"));
    mails.put(
        "a quotation in quotations",
        mail("Content-Type: text/plain", "a\r\n\r\n" + ">".repeat(MEGABYTE)));
    return mails;
  }

  private static Map<String, String> pages() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("comments that do not end", "<style>" + "/*".repeat(MEGABYTE / 2) + "</style>x");
    all.put("a stylesheet of letters", "<style>" + "a".repeat(MEGABYTE) + "</style>x");
    all.put(
        "rules that do not end",
        "<style>" + ("a".repeat(300) + "{" + "b".repeat(2000)).repeat(400) + "</style>x");
    all.put(
        "rules for each of many",
        "<style>" + rules(30_000) + "</style>" + "<i>x</i>".repeat(60_000));
    all.put(
        "a stylesheet for each rule",
        "<style>i,b,u{display:none}</style>".repeat(10_000) + "<i>x</i>".repeat(60_000));
    all.put("hidden brothers", "<p hidden>x".repeat(90_000));
    all.put("hidden children", "<div hidden>".repeat(80_000) + "x");
    all.put("formatting to be repeated", formatting(8000));
    all.put("tables in tables", "<table><tr><td>".repeat(60_000) + "x");
    all.put("links that do not end", "<a href=https://a.example/>x".repeat(35_000));
    all.put("marks for words", "<b>x<i>".repeat(120_000));
    all.put("spaces between", ("<b> </b>" + " ".repeat(200)).repeat(4000));
    all.put(
        "an address of a megabyte", "<a href='https://a.example/" + "(".repeat(MEGABYTE) + "'>");
    all.put("a style of a megabyte", "<p style='" + "color:red;".repeat(MEGABYTE / 10) + "'>x");
    all.put("entities", "&amp".repeat(MEGABYTE / 4));
    all.put("attributes", "<p " + numbered("a", 100_000) + ">x");
    return all;
  }

  private static Map<String, String> fields() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("an author of many dots", "From: " + "a.".repeat(MEGABYTE / 2) + "a@example.org");
    all.put("an author in quotes", "From: \"" + "a\\b".repeat(MEGABYTE / 3) + "\"@example.org");
    all.put("a host of many dots", "To: a@" + "b.".repeat(MEGABYTE / 2) + "example");
    all.put(
        "a name of many words",
        "Cc: " + "=?UTF-8?B?4oCu?=\r\n ".repeat(50_000) + " <bob@example.org>");
    all.put("recipients", "To: " + "a@example.org,\r\n ".repeat(65_000) + "b@example.org");
    all.put("comments within comments", "To: " + "(".repeat(MEGABYTE));
    all.put("quotes", "To: " + "\"".repeat(MEGABYTE));
    all.put("angle brackets", "To: " + "<".repeat(MEGABYTE));
    all.put("groups", "To: " + "a:b;".repeat(MEGABYTE / 4));
    all.put("references", "References: " + "<a@b>\r\n ".repeat(120_000));
    all.put("references that do not end", "References: " + "<a".repeat(MEGABYTE / 2));
    all.put("a folded subject", "Subject: " + "\r\n ".repeat(MEGABYTE / 3) + "x");
    all.put("empty fields", ":\r\n".repeat(MEGABYTE / 3) + "X: y");
    all.put("parameters", "Content-Type: text/plain" + numbered(";\r\n a", 60_000));
    all.put(
        "a name in pieces",
        "Content-Type: text/plain\r\nContent-Disposition: attachment"
            + numbered(";\r\n filename*", 50_000));
    all.put(
        "a signature's fields",
        "DKIM-Signature: v=1; a=rsa-sha256; d=example.org; s=s; bh=AA==; b=AA==; h=from"
            + ":from".repeat(MEGABYTE / 5));
    all.put(
        "a signature's domain",
        "DKIM-Signature: v=1; a=rsa-sha256; s=s; bh=AA==; b=AA==; h=from; d="
            + "a.".repeat(MEGABYTE / 2)
            + "a");
    all.put("a signature's tags", "DKIM-Signature: " + ";".repeat(MEGABYTE));
    return all;
  }

  private static String rules(int count) {
    var text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(".a").append(i).append("{display:none}");
    }
    return text.toString();
  }

  private static String numbered(String name, int count) {
    var text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(name).append(i).append("=x ");
    }
    return text.toString();
  }

  /** Each is opened, none closed, and a new paragraph opens all of them again. */
  private static String formatting(int count) {
    var text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append("<p><font a").append(i).append("><b c").append(i).append('>');
    }
    return text + "<p>x".repeat(50_000);
  }

  private static byte[] report(String status) {
    return mail(
        "Content-Type: multipart/report; report-type=delivery-status; boundary=x",
        "--x\r\nContent-Type: message/delivery-status\r\n\r\n" + status + "\r\n--x--\r\n");
  }

  private static byte[] mail(String fields, String body) {
    return ("Subject: Costly\r\nMIME-Version: 1.0\r\n" + fields + "\r\n\r\n" + body)
        .getBytes(StandardCharsets.UTF_8);
  }
}
