package dev.countersign.host.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What agents keep beside messages, a value for each key. */
@ApplicationScoped
public class Tags {
  @PersistenceContext EntityManager rows;

  /** {@return key and value of each tag, by key} */
  public SortedMap<String, String> of(MessageRow message) {
    var tags = new TreeMap<String, String>();
    all(message).forEach(row -> tags.put(row.key(), row.value()));
    return tags;
  }

  /** Sets these and leaves the others as they are. */
  public void merge(MessageRow message, Map<String, String> wanted) {
    wanted.forEach(
        (key, value) -> {
          var row = rows.find(TagRow.class, new TagRow.Name(message.id(), key));
          if (row == null) {
            rows.persist(new TagRow(message.id(), key, value));
          } else {
            row.become(value);
          }
        });
    rows.flush();
  }

  /** {@return whether there was one} */
  public boolean remove(MessageRow message, String key) {
    var row = rows.find(TagRow.class, new TagRow.Name(message.id(), key));
    if (row == null) {
      return false;
    }
    rows.remove(row);
    return true;
  }

  private List<TagRow> all(MessageRow message) {
    return rows.createQuery("SELECT t FROM TagRow t WHERE t.messageId = :id", TagRow.class)
        .setParameter("id", message.id())
        .getResultList();
  }
}
