package dev.countersign.kernel;

import java.util.Optional;

/** What a principal is. */
public enum Role {
  AGENT(dev.countersign.kernel.core.Role.AGENT),
  PERSON(dev.countersign.kernel.core.Role.PERSON),
  OPERATOR(dev.countersign.kernel.core.Role.OPERATOR),
  CLOCK(dev.countersign.kernel.core.Role.CLOCK),
  SCANNER(dev.countersign.kernel.core.Role.SCANNER),
  DISPATCHER(dev.countersign.kernel.core.Role.DISPATCHER),
  MAIL_SERVER(dev.countersign.kernel.core.Role.MAIL_SERVER);

  final int code;

  Role(int code) {
    this.code = code;
  }

  /** {@return the word used in JSON and in the store, such as {@code person}} */
  public String wire() {
    return Words.wire(this);
  }

  public static Optional<Role> ofWire(String wire) {
    return Words.ofWire(values(), wire);
  }

  static Role of(int code) {
    return Words.of(values(), word -> word.code, code);
  }
}
