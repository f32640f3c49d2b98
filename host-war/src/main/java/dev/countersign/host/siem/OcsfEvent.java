package dev.countersign.host.siem;

import dev.countersign.host.ledger.LedgerRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A ledger entry as an OCSF event. Nothing in it is made up: what OCSF asks for and the ledger does
 * not keep, such as the caller's network address, is not there.
 */
public final class OcsfEvent {
  /** Of the schema. */
  static final String VERSION = "1.8.0";

  private static final String PRODUCT = "Countersign";
  private static final String SERVICE = "countersign";

  private final LedgerRow entry;
  private final Map<String, ?> written;
  private final OcsfShape shape;

  private OcsfEvent(LedgerRow entry, Map<String, ?> written) {
    this.entry = entry;
    this.written = written;
    this.shape = OcsfActions.of(entry.action());
  }

  /**
   * {@return the event as a JSON object}
   *
   * @param written the members of what stands beside the entry: {@code note}, {@code object}
   */
  public static Map<String, Object> of(LedgerRow entry, Map<String, ?> written) {
    return new OcsfEvent(entry, written).json();
  }

  private Map<String, Object> json() {
    boolean ok = entry.outcome().equals("ok");
    var json = new LinkedHashMap<String, Object>();
    json.put("class_uid", shape.classUid());
    json.put("class_name", shape.className());
    json.put("category_uid", shape.categoryUid());
    json.put("category_name", shape.categoryName());
    json.put("activity_id", shape.activity().id());
    json.put("activity_name", activity());
    json.put("type_uid", shape.typeUid());
    json.put("type_name", shape.className() + ": " + shape.activity().caption());
    json.put("time", entry.at());
    json.put("severity_id", ok ? 1 : 2);
    json.put("severity", ok ? "Informational" : "Low");
    json.put("status_id", ok ? 1 : 2);
    json.put("status", ok ? "Success" : "Failure");
    put(json, "status_code", entry.reason());
    json.put("metadata", metadata());
    json.put("actor", actor());
    if (shape.entity() == null) {
      api(json);
    } else {
      json.put("entity", entity(shape.entity()));
      put(json, "comment", written.get("note"));
    }
    json.put("unmapped", unmapped());
    return json;
  }

  /** OCSF wants a name of ours where it has none of its own. */
  private String activity() {
    return shape.activity() == OcsfShape.Activity.OTHER
        ? entry.action()
        : shape.activity().caption();
  }

  private Map<String, Object> metadata() {
    var metadata = new LinkedHashMap<String, Object>();
    metadata.put("version", VERSION);
    metadata.put("product", Map.of("name", PRODUCT, "vendor_name", PRODUCT));
    metadata.put("uid", entry.id());
    metadata.put("event_code", entry.action());
    metadata.put("correlation_uid", entry.requestId());
    metadata.put("log_name", "ledger");
    put(metadata, "sequence", entry.logIndex());
    put(metadata, "tenant_uid", entry.tenantId());
    return metadata;
  }

  private Map<String, Object> actor() {
    var user = new LinkedHashMap<String, Object>();
    user.put("uid", entry.actorId());
    user.put("type", entry.actorRole());
    user.put(
        "type_id",
        switch (entry.actorRole()) {
          case "person" -> 1;
          case "operator" -> 2;
          case "anonymous" -> 0;
          case "agent" -> 4;
          default -> 3;
        });
    put(user, "credential_uid", entry.keyId());
    return Map.of("user", user);
  }

  private void api(Map<String, Object> json) {
    var api = new LinkedHashMap<String, Object>();
    api.put("operation", entry.action());
    api.put("service", Map.of("name", SERVICE));
    api.put("request", Map.of("uid", entry.requestId()));
    if (entry.reason() != null) {
      api.put("response", Map.of("error", entry.reason()));
    }
    json.put("api", api);
    // The ledger keeps no network address: what is known of the caller is the service it called.
    json.put("src_endpoint", Map.of("svc_name", SERVICE));
    if (entry.objectId() != null) {
      json.put("resources", List.of(Map.of("uid", entry.objectId())));
    }
    put(json, "message", written.get("note"));
  }

  private Map<String, Object> entity(String type) {
    var entity = new LinkedHashMap<String, Object>();
    entity.put("type", type);
    if (entry.objectId() != null) {
      entity.put("uid", entry.objectId());
    } else {
      Object named = written.get("object");
      entity.put("name", named == null ? type : named);
    }
    return entity;
  }

  private Map<String, Object> unmapped() {
    var unmapped = new LinkedHashMap<String, Object>();
    put(unmapped, "mailbox_id", entry.mailboxId());
    put(unmapped, "oversight_mode", entry.oversightMode());
    put(unmapped, "policy_version", entry.policyVersion());
    put(unmapped, "message_status", entry.status());
    put(unmapped, "message_digest", entry.digest());
    put(unmapped, "message_risk", entry.risk());
    return unmapped;
  }

  private static void put(Map<String, Object> json, String name, @Nullable Object value) {
    if (value != null) {
      json.put(name, value);
    }
  }
}
