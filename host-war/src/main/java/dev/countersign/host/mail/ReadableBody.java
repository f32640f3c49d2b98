package dev.countersign.host.mail;

import dev.countersign.host.platform.Html;
import java.util.List;
import java.util.stream.Collectors;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * A body as its reader sees it, with the disclosure line exactly once below the author's words if
 * asked for.
 */
public final class ReadableBody {
  public static final String DISCLOSURE = "This email was sent by an AI agent.";

  private static final List<org.commonmark.Extension> EXTENSIONS =
      List.of(
          AutolinkExtension.create(), StrikethroughExtension.create(), TablesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder()
          .extensions(EXTENSIONS)
          .escapeHtml(true)
          .sanitizeUrls(true)
          .urlSanitizer(new DefaultUrlSanitizer(List.of("http", "https", "mailto")))
          .build();

  private final String source;
  private final Sections sections;
  private final boolean disclosed;

  public ReadableBody(Body body, boolean disclosed) {
    // Mail has one kind of line end; a bare CR would be something else to each relay.
    this.source = body.text().replace("\r\n", "\n").replace('\r', '\n');
    this.sections = Sections.of(source);
    this.disclosed = disclosed;
  }

  /** {@return the author's own text, with LF line ends} */
  public String text() {
    if (!disclosed) {
      return source;
    }
    // Above what is quoted and what programs fold away, below the words that it is about.
    return Sections.joined(
            withoutDisclosure(sections.words()),
            DISCLOSURE,
            sections.signature(),
            sections.quotation().stripTrailing())
        + "\n";
  }

  /**
   * {@return the body read as CommonMark, as an HTML fragment} Raw HTML is escaped and links and
   * images other than http, https and mailto lose their target. What stands under the author's
   * words is shown as it stands.
   */
  public String htmlFragment() {
    var html = new StringBuilder();
    html.append(
        RENDERER.render(
            PARSER.parse(disclosed ? withoutDisclosure(sections.words()) : sections.words())));
    if (disclosed) {
      // Outside the author's markup: a list or quotation at the end must not take the line in.
      html.append("<p>" + DISCLOSURE + "</p>\n");
    }
    if (!sections.signature().isBlank()) {
      html.append("<p>" + lines(sections.signature().strip()) + "</p>\n");
    }
    if (!sections.quotation().isBlank()) {
      html.append(Quotation.html(sections.quotation()));
    }
    return html.toString();
  }

  private static String lines(String text) {
    return new Html().say(text).text().replace("\n", "<br>\n");
  }

  /** {@return the whole HTML document for the text/html part} */
  public String htmlDocument() {
    return "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head><body>\n"
        + htmlFragment()
        + "</body></html>\n";
  }

  // A line of its own only: quoted, indented or within a sentence it is somebody else's word.
  private static String withoutDisclosure(String text) {
    return text.lines()
        .filter(line -> !line.stripTrailing().equals(DISCLOSURE))
        .collect(Collectors.joining("\n"))
        .stripTrailing();
  }
}
