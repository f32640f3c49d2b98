package dev.countersign.host.siem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLineTest {
  /** RFC 4180, section 2, rules 5 to 7: a quoted field alone in its file. */
  private static String read(String field) {
    assertEquals('"', field.charAt(0));
    assertEquals('"', field.charAt(field.length() - 1));
    var inside = field.substring(1, field.length() - 1);
    assertFalse(inside.replace("\"\"", "").contains("\""), "a quote ends the field: " + field);
    return inside.replace("\"\"", "\"");
  }

  @Property(tries = 5000)
  void a_field_is_read_back_as_it_was_but_for_a_mark_before_a_formula(@ForAll String text) {
    var back = read(CsvLine.field(text));
    assertEquals(text, back.startsWith("'") && !text.startsWith("'") ? back.substring(1) : back);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=cmd|'/c calc'!A0",
        "+1+1",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "  =HYPERLINK(\"https://evil.example\")",
        "\uff1d1+1",
        "\ufeff=1"
      })
  void what_a_spreadsheet_takes_for_a_formula_is_marked_as_text(String text) {
    assertEquals("'" + text, read(CsvLine.field(text)));
  }

  @Test
  void what_is_not_there_is_an_empty_field() {
    assertEquals("\"\"", CsvLine.field(null));
  }
}
