package dev.countersign.conformance.domains;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.conformance.report.ReportPart;
import dev.countersign.host.domains.dmarc.DmarcDiscovery;
import dev.countersign.host.domains.dmarc.DmarcPolicy;
import dev.countersign.host.domains.dns.Resolvers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Each vector is a zone served over the wire and the policy that RFC 9989 finds in it. */
class DmarcVectorsTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  /** What the DNS has of the domain. */
  private enum Name {
    /** An address. */
    EXISTS,
    /** Nothing; only something below it. */
    EMPTY,
    /** A record, but neither addresses nor mail exchanges. */
    OTHER,
    /** An alias of a name that does not exist. */
    ALIAS,
    MISSING
  }

  private record Vector(
      String clause,
      String title,
      String domain,
      Name name,
      String expected,
      List<String> records) {
    static Vector of(String line) {
      String[] cells = line.split("\t", -1);
      return new Vector(
          cells[0],
          cells[1],
          cells[2],
          Name.valueOf(cells[3].toUpperCase(Locale.ROOT)),
          cells[4],
          List.of(cells).subList(5, cells.length));
    }

    LoopbackDns serve() {
      var dns = new LoopbackDns();
      switch (name) {
        case EXISTS -> dns.with(domain + ". IN A 192.0.2.1");
        case EMPTY -> dns.with("below." + domain + ". IN A 192.0.2.1");
        case OTHER -> dns.with(domain + ". IN NS ns.elsewhere.example.");
        case ALIAS -> dns.with(domain + ". IN CNAME gone.elsewhere.example.");
        case MISSING -> {}
      }
      for (String record : records) {
        int equals = record.indexOf('=');
        String text = record.substring(equals + 1);
        dns.withText(record.substring(0, equals), List.of(text.split("\\|", -1)));
      }
      return dns;
    }
  }

  private static List<Vector> vectors() throws IOException {
    try (var file =
        Objects.requireNonNull(
            DmarcVectorsTest.class.getResourceAsStream("/domains/dmarc-vectors.tsv"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(Vector::of)
          .toList();
    }
  }

  @Test
  void the_policy_that_the_rfc_finds_is_found() throws IOException {
    var part = ReportPart.begin("dmarc-vectors");
    var vectors = vectors();
    assertTrue(vectors.size() >= 200);
    assertAll(vectors.stream().map(vector -> () -> assertFound(vector)));
    var clauses = vectors.stream().map(Vector::clause).distinct().sorted().toList();
    assertEquals(List.of("4.10", "4.10.1", "4.10.2", "4.5", "4.7", "4.8", "A.4"), clauses);
    part.count("vectors", vectors.size()).fact("clauses of RFC 9989", clauses).passed();
  }

  private static void assertFound(Vector vector) {
    try (LoopbackDns dns = vector.serve()) {
      var discovery = new DmarcDiscovery(new Resolvers(List.of(dns.address()), TIMEOUT));
      assertEquals(
          vector.expected(),
          text(discovery.discover(vector.domain())),
          () -> vector.clause() + " " + vector.title());
      assertTrue(dns.questions() <= 8 + 2 + 1, "8 names, whether the domain exists, the root");
    }
  }

  private static String text(DmarcPolicy policy) {
    return switch (policy) {
      case DmarcPolicy.Published(var request, String at, boolean testing, var dkim, var spf) ->
          request.wire() + "@" + at + (testing ? ",testing" : "");
      case DmarcPolicy.Absent none -> "absent";
      case DmarcPolicy.Undetermined(String why) -> "undetermined: " + why;
    };
  }
}
