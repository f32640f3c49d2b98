package dev.countersign.host.domains.signals;

import dev.countersign.host.domains.Finding;
import dev.countersign.host.domains.files.Kept;
import dev.countersign.host.domains.lists.DomainList;
import dev.countersign.kernel.Level;
import dev.countersign.kernel.Signal;
import java.io.IOException;
import java.util.List;

/** Is the domain on one of these lists in files? */
public final class ListSignal {
  private final Signal signal;
  private final List<Kept<DomainList>> lists;
  private final String listed;
  private final String notListed;

  private ListSignal(Signal signal, List<Kept<DomainList>> lists, String listed, String notListed) {
    this.signal = signal;
    this.lists = List.copyOf(lists);
    this.listed = listed;
    this.notListed = notListed;
  }

  public static ListSignal threats(List<Kept<DomainList>> lists) {
    return new ListSignal(
        Signal.THREAT_LIST, lists, "is on a list of known threats", "is on no list of threats");
  }

  public static ListSignal disposable(Kept<DomainList> list) {
    return new ListSignal(
        Signal.DISPOSABLE,
        List.of(list),
        "hands out disposable addresses",
        "is not known for disposable addresses");
  }

  public Signal signal() {
    return signal;
  }

  /** A listing in one file counts whatever has become of the others. */
  public Finding look(String domain) {
    boolean unreadable = false;
    for (Kept<DomainList> list : lists) {
      try {
        if (list.value().contains(domain)) {
          return Finding.of(signal, Level.FIRST, listed);
        }
      } catch (IOException e) {
        unreadable = true;
      }
    }
    return unreadable
        ? Finding.unknown(signal, "a list cannot be read")
        : Finding.of(signal, Level.GOOD, notListed);
  }
}
