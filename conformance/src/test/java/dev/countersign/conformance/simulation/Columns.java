package dev.countersign.conformance.simulation;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Version;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The columns of an entity class: how a row becomes an object and an object a row. */
final class Columns {
  private static final Map<Class<?>, Columns> KNOWN = new ConcurrentHashMap<>();

  private final Constructor<?> constructor;
  private final List<Field> fields;
  private final int id;
  final int version;

  private Columns(Class<?> type) {
    try {
      constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(type + " has no constructor for a store", e);
    }
    fields =
        Arrays.stream(type.getDeclaredFields())
            .filter(field -> !Modifier.isStatic(field.getModifiers()))
            .toList();
    fields.forEach(field -> field.setAccessible(true));
    id = type.isAnnotationPresent(IdClass.class) ? -1 : find(Id.class);
    version = find(Version.class);
  }

  static Columns of(Class<?> type) {
    return KNOWN.computeIfAbsent(type, Columns::new);
  }

  private int find(Class<? extends Annotation> mark) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).isAnnotationPresent(mark)) {
        return i;
      }
    }
    return -1;
  }

  int at(String name) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).getName().equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException("no column " + name);
  }

  Object id(Object entity) {
    return Objects.requireNonNull(value(fields.get(id), entity));
  }

  Object blank() {
    try {
      return constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What is to be stored of an object; references by key, lists as they are now. */
  @Nullable Object[] row(Object entity) {
    @Nullable Object[] row = new Object[fields.size()];
    for (int i = 0; i < row.length; i++) {
      var field = fields.get(i);
      var value = value(field, entity);
      if (value != null && refers(field)) {
        row[i] = of(field.getType()).id(value);
      } else if (value != null && field.isAnnotationPresent(ElementCollection.class)) {
        row[i] = List.copyOf((List<?>) value);
      } else {
        row[i] = value;
      }
    }
    return row;
  }

  /** Writes a stored row into an object; {@code load} finds what it refers to. */
  void fill(Object entity, @Nullable Object[] row, BiFunction<Class<?>, Object, Object> load) {
    for (int i = 0; i < row.length; i++) {
      var field = fields.get(i);
      var value = row[i];
      if (value != null && refers(field)) {
        set(field, entity, load.apply(field.getType(), value));
      } else if (value != null && field.isAnnotationPresent(ElementCollection.class)) {
        set(field, entity, new ArrayList<>((List<?>) value));
      } else {
        set(field, entity, value);
      }
    }
  }

  boolean same(int column, @Nullable Object before, @Nullable Object now) {
    if (before == null || now == null) {
      return before == null && now == null;
    }
    var field = fields.get(column);
    if (field.isAnnotationPresent(Embedded.class)) {
      var inner = of(field.getType());
      return Arrays.equals(inner.row(before), inner.row(now));
    }
    return before.equals(now);
  }

  void setVersion(Object entity, long value) {
    set(fields.get(version), entity, value);
  }

  private static boolean refers(Field field) {
    return field.getType().isAnnotationPresent(Entity.class);
  }

  private static @Nullable Object value(Field field, Object entity) {
    try {
      return field.get(entity);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void set(Field field, Object entity, @Nullable Object value) {
    try {
      field.set(entity, value);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
