package dev.countersign.host.storage;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;

/** The data source; {@link DatabaseSettings} says where its values come from. */
@DataSourceDefinition(
    name = Database.JNDI_NAME,
    className = "${MPCONFIG=countersign.db.class}",
    url = "${MPCONFIG=countersign.db.url}",
    user = "${MPCONFIG=countersign.db.user}",
    password = "${MPCONFIG=countersign.db.password}",
    minPoolSize = 2,
    maxPoolSize = 20)
@Singleton
public class Database {
  static final String JNDI_NAME = "java:app/jdbc/countersign";
}
