package dev.countersign.conformance.simulation;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;

/** Puts the host's beans together by the types of their fields, as the container does. */
final class Wiring {
  private static final Object NOBODY =
      Rows.proxy(
          Event.class,
          (self, method, args) -> {
            if (!method.getName().equals("fire")) {
              throw new UnsupportedOperationException(method.getName());
            }
            return null;
          });

  private final Map<Class<?>, Object> beans = new HashMap<>();

  /** This bean, complete as it is, wherever one of this type is asked for. */
  <T> Wiring with(Class<T> type, T bean) {
    beans.put(type, bean);
    return this;
  }

  /** The same, and its fields are filled. */
  <T> Wiring filling(Class<T> type, T bean) {
    beans.put(type, bean);
    fill(bean);
    return this;
  }

  <T> T bean(Class<T> type) {
    var known = beans.get(type);
    if (known == null) {
      try {
        var constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        known = constructor.newInstance();
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("no way to make a " + type, e);
      }
      beans.put(type, known);
      fill(known);
    }
    return type.cast(known);
  }

  private void fill(Object bean) {
    for (Class<?> type = bean.getClass(); type != null; type = type.getSuperclass()) {
      if (type.getName().startsWith("dev.countersign")) {
        for (var field : type.getDeclaredFields()) {
          fill(field, bean);
        }
      }
    }
  }

  private void fill(Field field, Object bean) {
    boolean rows = field.isAnnotationPresent(PersistenceContext.class);
    if (!rows && (!field.isAnnotationPresent(Inject.class) || field.getType() == String.class)) {
      return;
    }
    try {
      field.setAccessible(true);
      var value = field.getType() == Event.class ? NOBODY : bean(field.getType());
      field.set(bean, rows ? bean(EntityManager.class) : value);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
