package dev.countersign.conformance.simulation;

import dev.countersign.host.tenants.TenantRow;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The host's entity manager, over the simulated store: what the host does not use is not here. */
final class Rows {
  private final Supplier<Session> session;
  private final Supplier<Store> store;

  Rows(Supplier<Session> session, Supplier<Store> store) {
    this.session = session;
    this.store = store;
  }

  EntityManager entityManager() {
    return proxy(EntityManager.class, (self, method, args) -> manage(method.getName(), args));
  }

  private @Nullable Object manage(String method, @Nullable Object[] args) {
    var now = session.get();
    switch (method) {
      case "find" -> {
        var table = (Class<?>) Objects.requireNonNull(args[0]);
        var id = Objects.requireNonNull(args[1]);
        return args.length == 2 ? now.find(table, id) : now.held(table, id);
      }
      case "persist" -> now.add(Objects.requireNonNull(args[0]));
      case "merge" -> {
        now.merge(Objects.requireNonNull(args[0]));
        return args[0];
      }
      case "remove" -> now.remove(Objects.requireNonNull(args[0]));
      case "flush" -> now.flush();
      case "refresh" -> {
        var entity = Objects.requireNonNull(args[0]);
        now.held(entity.getClass(), Columns.of(entity.getClass()).id(entity));
      }
      case "createQuery" -> {
        return query((String) Objects.requireNonNull(args[0]));
      }
      case "createNativeQuery" -> {
        return sharing((String) Objects.requireNonNull(args[0]));
      }
      default -> throw new UnsupportedOperationException(method);
    }
    return null;
  }

  private TypedQuery<?> query(String text) {
    Map<String, Object> given = new HashMap<>();
    return proxy(
        TypedQuery.class,
        (self, method, args) -> {
          switch (method.getName()) {
            case "setParameter" -> given.put((String) args[0], args[1]);
            case "setMaxResults" -> {}
            case "getResultStream" -> {
              return statements(given).select(text).stream();
            }
            case "executeUpdate" -> {
              return statements(given).update(text);
            }
            default -> throw new UnsupportedOperationException(method.getName());
          }
          return self;
        });
  }

  private TypedQuery<?> sharing(String text) {
    if (!text.startsWith("SELECT id FROM tenants WHERE id = ?1 ")) {
      throw new UnsupportedOperationException(text);
    }
    var id = new Object[1];
    return proxy(
        TypedQuery.class,
        (self, method, args) -> {
          if (method.getName().equals("setParameter")) {
            id[0] = args[1];
            return self;
          }
          session.get().share(TenantRow.class, id[0]);
          return List.of(id[0]);
        });
  }

  private Statements statements(Map<String, Object> given) {
    return new Statements(store.get(), session.get(), given);
  }

  static <T> T proxy(Class<T> type, InvocationHandler does) {
    return type.cast(
        Proxy.newProxyInstance(Rows.class.getClassLoader(), new Class<?>[] {type}, does));
  }
}
