package dev.countersign.conformance.sequences;

import dev.countersign.kernel.GateTiming;
import dev.countersign.kernel.MailboxCall;
import dev.countersign.kernel.Mode;
import dev.countersign.kernel.Scopes;
import dev.countersign.kernel.Sight;
import dev.countersign.kernel.TenantCall;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns the small numbers of a step into a call by somebody on something that is there. */
final class Casting {
  private static final String NOWHERE = "em_01ARZ3NDEKTSV4RRFFQ69G5FAV";
  private static final List<Mode> MODES = List.of(Mode.values());
  private static final List<Sight> SIGHTS = List.of(Sight.values());
  private static final long SOON = 1500;
  private static final long AN_HOUR = 3_600_000;
  private static final long A_WEEK = 604_800;

  private final World world;
  private final Step step;
  private final int serial;

  /**
   * @param serial of the call in its sequence, for names that are used once
   */
  Casting(World world, Step step, int serial) {
    this.world = world;
    this.step = step;
    this.serial = serial;
  }

  /** Null for a step that is no call. */
  @Nullable Ask ask(long now, @Nullable Ask before) {
    return switch (step.op()) {
      case SEND -> new Send(agent(), unjudged(), letter(now), step.pick() == 0);
      case REPEAT -> repetition(now);
      case APPROVE -> new Decide(person(), message(), true, shown());
      case REJECT -> new Decide(person(), message(), false, shown());
      case CANCEL -> new Cancel(either(), message(), step.pick() == 0);
      case READ -> new Read(either(), message());
      case LOOK -> new Look(sighted(), SIGHTS.get(step.pick()), place().id());
      case SET_MODE ->
          new Change(ruler(), place().id(), Optional.of(MODES.get(step.pick())), Optional.empty());
      case SET_RULES ->
          new Change(operator(), place().id(), Optional.empty(), Optional.of(rules()));
      case SUSPEND -> new Stop(overseer(), place().id(), new MailboxCall.Suspend());
      case LIFT -> new Stop(operator(), place().id(), new MailboxCall.Lift());
      case SUSPEND_ALL -> new StopAll(overseer(), new TenantCall.SuspendAll());
      case LIFT_ALL -> new StopAll(operator(), new TenantCall.LiftAll());
      case NEW_MAILBOX -> new NewMailbox(operator(), address("box"), MODES.get(step.pick()));
      case REMOVE -> new Stop(operator(), place().id(), new MailboxCall.Remove());
      case GRANT -> new Grant(operator(), anybody(step.dice() / 16), scopes(), "key" + serial);
      case REVOKE -> new Revoke(operator(), anybody(step.dice()));
      case AGAIN -> before;
      case PASS_TIME -> null;
    };
  }

  /** Whoever ought to make the call, or now and then anybody with any key, or with none. */
  private String caller(String fitting) {
    if (!step.wrong()) {
      return fitting;
    }
    return step.dice() % 9 == 0 ? Cast.STRANGER : anybody(step.dice());
  }

  private String anybody(int dice) {
    var names = world.cast.names();
    return names.get(dice % names.size());
  }

  private String operator() {
    return caller(Cast.OPERATOR);
  }

  private String agent() {
    return caller(step.who() == 2 ? Cast.AUTHOR : Cast.AGENTS.get(step.who()));
  }

  private String person() {
    return caller(Cast.PEOPLE.get(step.who()));
  }

  private String either() {
    return step.dice() % 2 == 0 ? person() : agent();
  }

  private String overseer() {
    return step.dice() % 2 == 0 ? person() : operator();
  }

  /** Anybody may tighten; only an operator may loosen. */
  private String ruler() {
    return step.dice() % 4 == 0 ? agent() : operator();
  }

  private String sighted() {
    return SIGHTS.get(step.pick()) == Sight.PENDING ? person() : operator();
  }

  private World.Place place() {
    var places = world.places;
    return places.get(step.box() == 0 ? 0 : step.dice() % places.size());
  }

  /** A mailbox whose recipients nobody judges: that depends on more than the kernel knows. */
  private World.Place unjudged() {
    var place = place();
    return world.box(place.id()).policy().riskChecks() ? world.places.getFirst() : place;
  }

  private String message() {
    var ids = List.copyOf(world.letters.keySet());
    return ids.isEmpty() || step.dice() % 50 == 49
        ? NOWHERE
        : ids.get(Math.max(0, ids.size() - 1 - step.back()));
  }

  private Decide.Shown shown() {
    return switch (step.pick()) {
      case 0, 1 -> Decide.Shown.NOTHING;
      case 4 -> step.dice() % 2 == 0 ? Decide.Shown.ANOTHER : Decide.Shown.THIS;
      default -> Decide.Shown.THIS;
    };
  }

  private Change.Rules rules() {
    int approvals = List.of(1, 1, 2, 3, 0).get(step.pick());
    return new Change.Rules(
        approvals, false, step.dice() % 8 != 7, step.dice() % 10 == 9 ? 1 : A_WEEK);
  }

  private Scopes scopes() {
    int bits = 1 + step.dice() % 15;
    return new Scopes((bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0, (bits & 8) != 0);
  }

  /** What was handed in before: from there or elsewhere, under its own key, another or none. */
  private Send repetition(long now) {
    var message = message();
    var before = world.letters.get(message);
    if (before == null) {
      return new Send(agent(), unjudged(), letter(now), false);
    }
    var key =
        switch (step.pick()) {
          case 0, 1 -> before.retryKey();
          case 2, 3 -> Optional.of("retry" + step.dice() % 3);
          default -> Optional.<String>empty();
        };
    var from = step.dice() % 4 == 0 ? unjudged() : world.place(world.boxOf(message));
    return new Send(agent(), from, before.under(key), step.dice() % 2 == 0);
  }

  private Letter letter(long now) {
    int dice = step.dice();
    var to = address("to");
    return new Letter(
        "Report " + serial,
        dice % 3 == 1 ? List.of(to, address("too")) : List.of(to),
        dice % 5 == 1 ? List.of(address("cc")) : List.of(),
        hidden(to, dice),
        dice % 7 == 1 ? 2 : dice % 2,
        sendAt(now, dice / 10),
        timing(dice / 7),
        dice % 4 == 1 ? Optional.of("retry" + serial % 3) : Optional.empty());
  }

  /** Somebody new, somebody who gets it openly too, or the overseer, who may be copied anyway. */
  private List<String> hidden(String to, int dice) {
    return switch (dice % 6) {
      case 1 -> List.of(address("bcc"));
      case 2 -> List.of(address("bcc"), to);
      case 3 -> List.of(world.cast.overseer().address());
      default -> List.of();
    };
  }

  private static long sendAt(long now, int dice) {
    return switch (dice % 8) {
      case 1 -> now + AN_HOUR;
      case 2, 3 -> now + SOON;
      case 4 -> now - AN_HOUR;
      default -> 0;
    };
  }

  private static Optional<GateTiming> timing(int dice) {
    return switch (dice % 4) {
      case 1 -> Optional.of(GateTiming.GATE_FIRST);
      case 2, 3 -> Optional.of(GateTiming.SCHEDULE_FIRST);
      default -> Optional.empty();
    };
  }

  private String address(String what) {
    var tenant = world.cast.tenant().toLowerCase(Locale.ROOT).replace("_", "");
    return what + serial + "." + tenant + "@peer.example";
  }
}
