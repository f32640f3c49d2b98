package dev.countersign.host.storage;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the schema up to date before anything else starts. */
@ApplicationScoped
public class Schema {
  @Resource(lookup = Database.JNDI_NAME)
  DataSource database;

  public void migrate() {
    of(database).migrate();
  }

  /** The scripts, for H2 or PostgreSQL. */
  public static Flyway of(DataSource database) {
    return Flyway.configure(Schema.class.getClassLoader())
        .dataSource(database)
        .locations("classpath:db/migration")
        .placeholders(Map.of("waiting", waiting(database)))
        .load();
  }

  /** The columns of the index of the entries that wait for their place in the log. */
  private static String waiting(DataSource database) {
    try (var connection = database.getConnection()) {
      // H2 has no index over some of the rows, and would have to pass all others.
      return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")
          ? "(tenant_id, arrival) WHERE log_index IS NULL AND leaf IS NOT NULL"
          : "(tenant_id, log_index, arrival)";
    } catch (SQLException e) {
      throw new IllegalStateException("the database does not answer", e);
    }
  }
}
