package dev.countersign.host.platform.http;

import dev.countersign.host.platform.EventLog;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means that the database answers and has the schema. */
@Readiness
@ApplicationScoped
public class DatabaseReady implements HealthCheck {
  private static final EventLog LOG = EventLog.of(DatabaseReady.class);
  private static final int SECONDS = 3;

  @Resource(lookup = "java:app/jdbc/countersign")
  DataSource database;

  @Override
  public HealthCheckResponse call() {
    var answer = HealthCheckResponse.named("database");
    try (var connection = database.getConnection();
        var query = connection.prepareStatement("SELECT COUNT(*) FROM tenants WHERE id = ''")) {
      query.setQueryTimeout(SECONDS);
      try (var rows = query.executeQuery()) {
        return answer.status(rows.next()).build();
      }
    } catch (SQLException e) {
      LOG.event("database is not ready").with(e).warning();
      return answer.down().build();
    }
  }
}
