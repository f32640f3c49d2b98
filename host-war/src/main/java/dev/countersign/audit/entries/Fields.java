package dev.countersign.audit.entries;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The members of one JSON object, taken one by one; what is left over in the end is refused. */
public final class Fields {
  private final String where;
  private final Map<String, Object> members;
  private int taken;

  private Fields(String where, Map<String, Object> members) {
    this.where = where;
    this.members = members;
  }

  public static Fields of(String where, Map<String, Object> members) {
    return new Fields(where, members);
  }

  public boolean has(String name) {
    return members.containsKey(name);
  }

  public String text(String name) throws Unreadable {
    return take(name, String.class, "a text");
  }

  /** A text that this function knows. */
  public <T> T word(String name, Function<String, Optional<T>> known) throws Unreadable {
    String word = text(name);
    return known
        .apply(word)
        .orElseThrow(() -> new Unreadable(where + "." + name + " cannot be \"" + word + "\""));
  }

  public Optional<String> optionalText(String name) throws Unreadable {
    return has(name) ? Optional.of(text(name)) : Optional.empty();
  }

  /** An integer; one that is not exact in every JSON reader stands there as digits in a text. */
  public long number(String name) throws Unreadable {
    if (members.get(name) instanceof String digits) {
      taken++;
      return large(name, digits);
    }
    return take(name, Long.class, "an integer");
  }

  private long large(String name, String digits) throws Unreadable {
    if (digits.matches("-?[1-9][0-9]{15,18}")) {
      try {
        long number = Long.parseLong(digits);
        if (Math.abs(number) > CanonicalJson.INTEGER_MAX) {
          return number;
        }
      } catch (NumberFormatException e) {
        throw new Unreadable(where + "." + name + " is too large");
      }
    }
    throw new Unreadable(where + "." + name + " is not an integer");
  }

  public Optional<Long> optionalNumber(String name) throws Unreadable {
    return has(name) ? Optional.of(number(name)) : Optional.empty();
  }

  public int small(String name) throws Unreadable {
    long number = number(name);
    if (number != (int) number) {
      throw new Unreadable(where + "." + name + " is too large");
    }
    return (int) number;
  }

  public boolean flag(String name) throws Unreadable {
    return take(name, Boolean.class, "true or false");
  }

  /** A text or a number, as it stands. */
  public Object either(String name) throws Unreadable {
    return take(name, Object.class, "there");
  }

  @SuppressWarnings("unchecked") // CanonicalJson makes no other maps.
  public Fields object(String name) throws Unreadable {
    return of(where + "." + name, (Map<String, Object>) take(name, Map.class, "an object"));
  }

  @SuppressWarnings("unchecked") // CanonicalJson makes no other lists.
  public List<Object> list(String name) throws Unreadable {
    return (List<Object>) take(name, List.class, "a list");
  }

  /** {@return an element of a list, which is to be an object} */
  @SuppressWarnings("unchecked") // CanonicalJson makes no other maps.
  public Fields element(String name, Object element) throws Unreadable {
    if (!(element instanceof Map)) {
      throw new Unreadable(where + "." + name + " has an element that is not an object");
    }
    return of(where + "." + name, (Map<String, Object>) element);
  }

  /** Nothing but what was taken may be there. */
  public void end() throws Unreadable {
    if (taken != members.size()) {
      throw new Unreadable(where + " has a member that the schema does not name");
    }
  }

  private <T> T take(String name, Class<T> type, String what) throws Unreadable {
    Object value = members.get(name);
    if (!type.isInstance(value)) {
      throw new Unreadable(where + "." + name + " is not " + what);
    }
    taken++;
    return type.cast(value);
  }
}
