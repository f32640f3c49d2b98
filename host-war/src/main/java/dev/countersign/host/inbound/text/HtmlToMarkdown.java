package dev.countersign.host.inbound.text;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * HTML as Markdown. Nothing of it is run, fetched or laid out; pictures are their descriptions, and
 * links lead to the web or to mailboxes only.
 */
public final class HtmlToMarkdown {
  private static final Set<String> SILENT =
      Set.of(
          "head",
          "style",
          "script",
          "template",
          "title",
          "noscript",
          "iframe",
          "frame",
          "frameset",
          "object",
          "embed",
          "applet",
          "svg",
          "math",
          "canvas",
          "audio",
          "video",
          "select",
          "option",
          "textarea",
          "input",
          "button",
          "datalist",
          "meta",
          "link",
          "base",
          "xml",
          "plaintext");
  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "div",
          "section",
          "article",
          "header",
          "footer",
          "main",
          "aside",
          "nav",
          "address",
          "figure",
          "figcaption",
          "form",
          "fieldset",
          "center",
          "dl",
          "dt",
          "dd",
          "details",
          "summary",
          "caption",
          "td",
          "th",
          "tr",
          "tbody",
          "thead",
          "tfoot",
          "body",
          "table");

  private HtmlToMarkdown() {}

  /**
   * Converts it.
   *
   * @param charactersMax of the Markdown; what goes on after that is left out
   */
  public static String convert(String html, int charactersMax) {
    Document document = Jsoup.parse(html);
    var page = new MarkdownPage(charactersMax);
    NodeTraversor.traverse(new Visitor(page, Hidden.in(document)), document);
    return page.text();
  }

  /** Goes through the tree without recursion: it may be as deep as its writer likes. */
  private static final class Visitor implements NodeVisitor {
    private final MarkdownPage page;
    private final Set<Element> hidden;
    private int silent;

    Visitor(MarkdownPage page, Set<Element> hidden) {
      this.page = page;
      this.hidden = hidden;
    }

    private boolean isSilent(Element element) {
      return SILENT.contains(element.normalName()) || hidden.contains(element);
    }

    @Override
    public void head(Node node, int depth) {
      if (node instanceof Element element) {
        silent += isSilent(element) ? 1 : 0;
      }
      if (silent > 0) {
        return;
      }
      if (node instanceof TextNode text) {
        page.words(text.getWholeText());
      } else if (node instanceof Element element) {
        opened(element);
      }
    }

    private void opened(Element element) {
      switch (element.normalName()) {
        case "br" -> page.lineBreak();
        case "hr" -> page.rule();
        case "img" -> page.picture(element);
        case "h1", "h2", "h3", "h4", "h5", "h6" ->
            page.heading(element.normalName().charAt(1) - '0');
        case "pre" -> page.openPreformatted();
        case "blockquote" -> page.openQuote();
        case "ul" -> page.openList(false);
        case "ol" -> page.openList(true);
        case "li" -> page.openItem();
        case "a" -> page.openLink();
        case "strong", "b" -> page.mark("**");
        case "em", "i" -> page.mark("*");
        default -> {
          if (BLOCKS.contains(element.normalName())) {
            page.block();
          }
        }
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (!(node instanceof Element element)) {
        return;
      }
      if (silent > 0) {
        silent -= isSilent(element) ? 1 : 0;
        return;
      }
      switch (element.normalName()) {
        case "h1", "h2", "h3", "h4", "h5", "h6" -> page.endHeading();
        case "pre" -> page.closePreformatted();
        case "blockquote" -> page.closeQuote();
        case "ul", "ol" -> page.closeList();
        case "li" -> page.closeItem();
        case "a" -> page.closeLink(element.attr("href"));
        case "strong", "b" -> page.mark("**");
        case "em", "i" -> page.mark("*");
        default -> {
          if (BLOCKS.contains(element.normalName())) {
            page.block();
          }
        }
      }
    }
  }
}
