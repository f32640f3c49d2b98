package dev.countersign.host.siem;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What kind of OCSF event an action becomes.
 *
 * @param entity the kind of thing that is managed; null for calls about messages and for looking
 */
record OcsfShape(Activity activity, @Nullable String entity) {
  static final int API_ACTIVITY = 6003;
  static final int ENTITY_MANAGEMENT = 3004;

  /** The activities that both classes know by the same numbers. */
  enum Activity {
    CREATE(1),
    READ(2),
    UPDATE(3),
    DELETE(4),
    OTHER(99);

    private final int id;

    Activity(int id) {
      this.id = id;
    }

    int id() {
      return id;
    }

    String caption() {
      return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
  }

  int classUid() {
    return entity == null ? API_ACTIVITY : ENTITY_MANAGEMENT;
  }

  String className() {
    return entity == null ? "API Activity" : "Entity Management";
  }

  int categoryUid() {
    return classUid() / 1000;
  }

  String categoryName() {
    return entity == null ? "Application Activity" : "Identity & Access Management";
  }

  int typeUid() {
    return classUid() * 100 + activity.id();
  }
}
