package dev.countersign.host.transparency;

import dev.countersign.host.platform.EventLog;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.platform.LogField;
import dev.countersign.host.transparency.merkle.ConsistencyProof;
import dev.countersign.host.transparency.notes.Checkpoint;
import dev.countersign.host.transparency.notes.NoteSignature;
import dev.countersign.host.transparency.notes.SignedNote;
import dev.countersign.host.transparency.store.CheckpointTable;
import dev.countersign.host.transparency.store.CheckpointTable.Published;
import dev.countersign.host.transparency.store.LogHead;
import dev.countersign.host.transparency.store.LogTable;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Sends new checkpoints to the witnesses that take them, and keeps what they answer. */
@ApplicationScoped
public class WitnessRounds {
  private static final EventLog LOG = EventLog.of(WitnessRounds.class);

  @Inject LogStore store;
  @Inject PublishedLog log;
  @Inject Witnesses witnesses;
  @Inject Limits limits;
  @Inject InstantSource time;

  // A witness that stalls must hold up neither the sequencer nor anything else that is scheduled.
  @Resource ManagedExecutorService workers;

  private final AtomicBoolean underWay = new AtomicBoolean();
  private final Map<Witness, Long> notBefore = new ConcurrentHashMap<>();

  /** Starts a round unless there is nobody to ask, or one is under way. */
  void begin() {
    boolean asked = witnesses.all().stream().anyMatch(one -> one.submission().isPresent());
    if (asked && underWay.compareAndSet(false, true)) {
      workers.execute(this::round);
    }
  }

  private void round() {
    try {
      for (LogHead head : store.run(connection -> new LogTable(connection).all())) {
        witnesses.all().forEach(witness -> askIfDue(head, witness));
      }
    } finally {
      underWay.set(false);
    }
  }

  private void askIfDue(LogHead head, Witness witness) {
    if (witness.submission().isEmpty() || notBefore.getOrDefault(witness, 0L) > time.millis()) {
      return;
    }
    try {
      ask(head, witness);
    } catch (IOException | RuntimeException e) {
      notBefore.put(witness, time.millis() + limits.value(Limit.WITNESS_RETRY_MS));
      LOG.event("a witness did not sign")
          .with(LogField.SERVER, witness.key().name())
          .with(e)
          .warning();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void ask(LogHead head, Witness witness) throws IOException, InterruptedException {
    Published newest = log.checkpoint(head.id()).orElseThrow();
    long signed =
        store.run(
            connection -> new CheckpointTable(connection, head.id()).cosignedBy(witness.key()));
    if (newest.size() == 0 || signed == newest.size()) {
      return;
    }
    var call = new WitnessCall(witness, limits.duration(Limit.WITNESS_ANSWER_MS));
    var answer = call.addCheckpoint(grown(head, signed, newest), newest.note());
    if (answer.known().isPresent()) {
      // It has seen more than we remember, or less: it says from where the proof has to be.
      OptionalLong known = answer.known();
      answer = call.addCheckpoint(grown(head, known.getAsLong(), newest), newest.note());
    }
    keep(head, newest, answer.signatures());
  }

  private ConsistencyProof grown(LogHead head, long from, Published newest) {
    return log.consistency(head.id(), from, newest.size()).orElseThrow();
  }

  private void keep(LogHead head, Published newest, List<NoteSignature> lines) {
    var note = new SignedNote(newest.note().text(), lines);
    Optional<Checkpoint> checkpoint = Checkpoint.of(note);
    if (checkpoint.isEmpty() || log.cosign(head.id(), note) == 0) {
      throw new IllegalStateException("the witness answered without a signature of its key");
    }
  }
}
