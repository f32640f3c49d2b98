package dev.countersign.conformance.running;

import java.io.File;
import java.util.Objects;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The very archive that the product is run from. */
public final class TheWar {
  private TheWar() {}

  /** Under the name that puts it at the root, as the launcher does. */
  public static WebArchive atRoot() {
    var war = Objects.requireNonNull(System.getProperty("countersign.war"), "countersign.war");
    return ShrinkWrap.create(ZipImporter.class, "ROOT.war")
        .importFrom(new File(war))
        .as(WebArchive.class);
  }
}
