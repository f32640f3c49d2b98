import Countersign.Mutant.Cast
import Countersign.Thm.Interleaving
/-! Spoiled protocols under which nodes show what no one-at-a-time trace shows, each by a run. -/
namespace Countersign.Mutant
noncomputable section

/-- Some node takes the call, decides and commits, with nobody in between. -/
def calmly : List Call → List (Nat × Action)
  | [] => []
  | call :: rest => (0, .ask call) :: (0, .read 0) :: (0, .commit) :: (0, .crash) :: calmly rest

/-- Nodes 1 and 2 take a call each and read at the same time; then each commits. -/
def race (first second : Call) : List (Nat × Action) :=
  [(1, .ask first), (1, .read 0), (2, .ask second), (2, .read 0), (2, .commit), (1, .commit)]

def Nodes.written (w : Nodes) (n : Nat) (a : Attempt) (store : Store) : Nodes :=
  { w.turn n ((w.node n).doing.after a.outcome) with store, history := .committed a.seen.now a.call a.outcome :: w.history }

/-- The nodes' own step, but for how they commit. -/
def committing (commit : Nodes → Nat → Attempt → Nodes) : NodesStep := fun w n action =>
  match action with
  | .commit => match (w.node n).attempt with | some a => commit w n a | none => w
  | _ => w.step n action

def okEntries : List Entry → Nat
  | [] => 0
  | e :: rest => if e.outcome = .ok then okEntries rest + 1 else okEntries rest

/-- Rows are written although they have moved since they were read. -/
def withoutVersions : NodesStep := committing fun w n a =>
  if w.store.era = a.era then Nodes.written w n a (w.store.write a) else w.turn n (w.node n).doing

/-- Mail that waits for Ann, who lets it in and rejects it at the same time. -/
def waiting : List Call := [
  ⟨founder, 0, .createMailbox 0 .gatedAll policy noCode⟩, ⟨founder, 0, .createKey 2 ann ⟨true, false, true, false⟩ noCode⟩,
  ⟨server, 0, .receive 0 0 7 .clean⟩]

/-- Two decisions about one message, both of which are told that they counted. -/
theorem without_versions : ¬ InterleavingIsSafe withoutVersions := fun law =>
  absurd (congrArg (fun t => okEntries t.log) (law (calmly waiting ++ race approve (on ann 2 .reject))).store) (by decide +kernel)

/-- Settings may change between reading and writing. -/
def withoutHolding : NodesStep := committing fun w n a =>
  if w.store.versionOf a.call = a.version then Nodes.written w n a (w.store.write a) else w.turn n (w.node n).doing

/-- A message is taken in from a mailbox that has just become read-only. -/
theorem without_holding : ¬ InterleavingIsSafe withoutHolding := fun law =>
  absurd (congrArg (fun t => okEntries t.log) (law (calmly staffed ++ race submit (setMode .readOnly))).store) (by decide +kernel)

/-- The ledger entry is written after the transaction; a crash in between loses it. -/
def loggingAfterwards : NodesStep := committing fun w n a =>
  if w.store.fits a then
    Nodes.written w n a { w.store.write a with tenant := { w.store.rows a with log := w.store.tenant.log } }
  else w.turn n (w.node n).doing

theorem logging_afterwards : ¬ InterleavingIsSafe loggingAfterwards := fun law =>
  absurd (congrArg (fun t => t.log.length) (law [(1, .ask submit), (1, .read 0), (1, .commit), (1, .crash)]).store) (by decide +kernel)

/-- The message is handed over first, and the leave is recorded afterwards. -/
def transmittingFirst : NodesStep := fun w n action =>
  match action, (w.node n).doing with
  | .hand reply, .leased id false => (w.turn n (.telling id reply.act)).see (.handed id reply)
  | _, _ => w.step n action

theorem transmitting_first : ¬ InterleavingIsSafe transmittingFirst := fun law =>
  absurd ((law [(1, .take 0), (1, .hand .accepted)]).cleared 0 [] _ rfl) (by decide +kernel)

/-- Who takes work over says that the mail server refused it for now, as if it knew, and so tries again. -/
def retryingBlindly : NodesStep := fun w n action =>
  match action, (w.node n).doing with
  | .read now, .leased id true => w.become n ⟨.telling id .deferred, some (w.store.read now (own id .deferred))⟩
  | _, _ => w.step n action

/-- The mail server took it, the answer was lost with the node, and another node sends it again. -/
theorem retrying_after_a_take_over : ¬ InterleavingIsSafe retryingBlindly := fun law =>
  absurd ((law (calmly free ++ [(1, .take 0), (1, .read 0), (1, .commit), (1, .hand (.lost true)), (1, .crash),
    (2, .take 0), (2, .read 0), (2, .commit), (2, .giveBack), (2, .take 0), (2, .read 0), (2, .commit), (2, .hand .accepted)])).once 0)
    (by decide +kernel)

/-- The nodes are not safe by doing nothing: after a crash another node goes on, and the message is sent and acknowledged. -/
theorem nodes_send : ((Nodes.new.runBy Nodes.step (calmly free ++ [(1, .take 0), (1, .crash), (2, .take 0), (2, .read 0), (2, .commit),
    (2, .read 0), (2, .commit), (2, .hand .accepted), (2, .read 0), (2, .commit), (2, .giveBack)])).store.tenant.messages 0).map
    (fun m => m.status) = some .sent := by decide +kernel

end
end Countersign.Mutant
