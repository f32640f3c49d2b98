package dev.countersign.host.storage;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Derives what {@link Database} needs from {@code COUNTERSIGN_DB_URL} and {@code COUNTERSIGN_DATA}:
 * a PostgreSQL URL brings its driver, and with no URL there is an H2 file in the data folder.
 *
 * <p>{@code WRITE_DELAY=0} makes H2 write before it answers a commit; its default of half a second
 * would lose acknowledged work when the process is killed. {@code OPTIMIZE_REUSE_RESULTS=FALSE}
 * makes it look again each time: a result that it kept while another commit was under way would be
 * given out until the next change of the same table.
 */
public final class DatabaseSettings implements ConfigSource {
  private static final String H2 = "org.h2.jdbcx.JdbcDataSource";
  private static final String POSTGRESQL = "org.postgresql.ds.PGSimpleDataSource";
  private static final String H2_OPTIONS =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;OPTIMIZE_REUSE_RESULTS=FALSE;DB_CLOSE_ON_EXIT=FALSE";

  // The H2 file is guarded by its folder's mode. MicroProfile Config takes an empty value for none.
  private static final String NO_SECRET = "countersign";

  private final Map<String, String> values = values();

  private static Map<String, String> values() {
    String url = setting("COUNTERSIGN_DB_URL", "countersign.db.url");
    if (url == null || url.isBlank()) {
      String data = setting("COUNTERSIGN_DATA", "countersign.data");
      Path file = Path.of(data == null ? "data" : data).toAbsolutePath().resolve("countersign");
      return Map.of(
          "countersign.db.class",
          H2,
          "countersign.db.url",
          "jdbc:h2:file:" + file + H2_OPTIONS,
          "countersign.db.user",
          "countersign",
          "countersign.db.password",
          NO_SECRET);
    }
    boolean postgresql = url.startsWith("jdbc:postgresql:");
    return Map.of(
        "countersign.db.class",
        postgresql ? POSTGRESQL : H2,
        "countersign.db.shared-lock",
        postgresql ? "FOR SHARE" : "FOR UPDATE",
        "countersign.db.user",
        "countersign",
        "countersign.db.password",
        NO_SECRET);
  }

  private static @Nullable String setting(String variable, String property) {
    String value = System.getProperty(property);
    return value == null ? System.getenv(variable) : value;
  }

  @Override
  public Set<String> getPropertyNames() {
    return values.keySet();
  }

  @Override
  public @Nullable String getValue(String name) {
    return values.get(name);
  }

  /** Below environment and system properties, above the defaults file. */
  @Override
  public int getOrdinal() {
    return 150;
  }

  @Override
  public String getName() {
    return "countersign database settings";
  }
}
