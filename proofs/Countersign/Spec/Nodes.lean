import Countersign.Spec.Tenant
/-! Many nodes over one store: how calls are really taken, and mail handed over, by threads that read, decide and write while
others do the same, and any of which may die between any two of its actions.

A node here is one thread of control; a server that dies is all of its threads dying, one after another. One tenant is enough:
rows of different tenants never meet (`tenant_isolation`). What no action here can see cannot be relied upon: a lease may be taken
over at any moment, as if every clock were wrong. -/
namespace Countersign
noncomputable section

/-- Field by field. -/
noncomputable instance : DecidableEq Message := fun a b =>
  decidable_of_iff (a.mailbox = b.mailbox ∧ a.direction = b.direction ∧ a.composer = b.composer ∧ a.digest = b.digest ∧
    a.approvals = b.approvals ∧ a.sendAt = b.sendAt ∧ a.gateTiming = b.gateTiming ∧ a.risk = b.risk ∧
    a.modeAtSubmission = b.modeAtSubmission ∧ a.requiredAtSubmission = b.requiredAtSubmission ∧ a.deadline = b.deadline ∧
    a.attempts = b.attempts ∧ a.copied = b.copied ∧ a.released = b.released ∧ a.status = b.status)
    (by cases a; cases b; simp only [Message.mk.injEq])

/-- The message whose row a call reads, and may write. -/
def Act.row : Act → Option Nat
  | .submit id _ _ _ _ | .receive id _ _ _ | .message id _ => some id
  | _ => none

/-- Changes what calls on messages go by: modes, policies, keys, codes, people, stops. -/
def Act.settles : Act → Bool
  | .submit _ _ _ _ _ | .receive _ _ _ _ | .message _ _ | .look _ => false
  | _ => true

/-- How a dispatch begins and ends is for the node to say that does it. -/
def Act.dispatching : Act → Bool
  | .message _ .beginDispatch | .message _ .unreachable | .message _ .accepted | .message _ .failed | .message _ .deferred
  | .message _ .outcomeUnknown => true
  | _ => false

/-- What all nodes share. -/
structure Store where
  tenant : Tenant
  /-- Of each message's row: counts its changes. -/
  version : Nat → Nat
  /-- Counts the changes of settings. The database keeps a change of settings waiting while a call that went by them is under
  way, and such calls waiting during a change; here nobody waits, and whoever was overtaken starts over. -/
  era : Nat
  /-- Who has taken the work on a message and not given it back. -/
  lease : Nat → Option Nat

/-- A transaction under way: what it has read, and when. -/
structure Attempt where
  call : Call
  seen : Tenant
  version : Nat
  era : Nat

def Store.versionOf (s : Store) (call : Call) : Nat :=
  match call.act.row with | none => 0 | some id => s.version id

def Store.read (s : Store) (now : Nat) (call : Call) : Attempt := ⟨call, { s.tenant with now }, s.versionOf call, s.era⟩

/-- Nothing that was read has changed since. -/
def Store.fits (s : Store) (a : Attempt) : Bool := decide (s.versionOf a.call = a.version) && decide (s.era = a.era)

def Attempt.next (a : Attempt) : Tenant := (a.seen.step a.call).1

def Attempt.outcome (a : Attempt) : Outcome := (a.seen.step a.call).2

def Attempt.entry (a : Attempt) : Entry := a.seen.note a.call a.outcome

/-- The rows after a commit: the row of the message, the settings if these are what the call changes, and the ledger entry. -/
def Store.rows (s : Store) (a : Attempt) : Tenant :=
  { (if a.call.act.settles then a.next else { s.tenant with now := a.seen.now }) with
    messages := match a.call.act.row with | none => s.tenant.messages | some id => put s.tenant.messages id (a.next.messages id)
    log := a.entry :: s.tenant.log }

/-- A row that stays as it was keeps its version. -/
def Store.versions (s : Store) (a : Attempt) : Nat → Nat := fun id =>
  if a.call.act.row = some id ∧ a.next.messages id ≠ s.tenant.messages id then s.version id + 1 else s.version id

def Store.write (s : Store) (a : Attempt) : Store :=
  { s with tenant := s.rows a, version := s.versions a, era := if a.call.act.settles then s.era + 1 else s.era }

/-- How the mail server met a transmission; without its answer, nobody here knows whether it took the message. -/
inductive Reply where
  | accepted | failed | deferred | lost (taken : Bool)
  deriving DecidableEq

def Reply.taken : Reply → Bool
  | .accepted => true
  | .lost taken => taken
  | _ => false

/-- What the kernel is told about it. -/
def Reply.act : Reply → MessageAct
  | .accepted => .accepted
  | .failed => .failed
  | .deferred => .deferred
  | .lost _ => .outcomeUnknown

/-- What a node is in the middle of; a crash forgets it. -/
inductive Doing where
  | idle
  | asked (call : Call)
  | answering (call : Call) (outcome : Outcome)
  | leased (id : Nat) (takenOver : Bool)
  /-- The kernel's leave to transmit is in the store, and nothing has left. -/
  | cleared (id : Nat)
  | telling (id : Nat) (act : MessageAct)
  | done (id : Nat)

def teller : MessageAct → Role
  | .accepted | .failed | .deferred | .report _ => .mailServer
  | _ => .dispatcher

/-- A part of the server speaks; it presents no key. -/
def own (id : Nat) (act : MessageAct) : Call := ⟨⟨teller act, 0⟩, 0, .message id act⟩

/-- The call that is made next. Who takes work over does not know what became of it, and says so first. -/
def Doing.call : Doing → Option Call
  | .asked call => some call
  | .leased id true => some (own id .outcomeUnknown)
  | .leased id false => some (own id .beginDispatch)
  | .telling id act => some (own id act)
  | _ => none

/-- And what follows it. The acceptance of what was given up as unknown meanwhile is reported. -/
def Doing.after : Doing → Outcome → Doing
  | .asked call, outcome => .answering call outcome
  | .leased id true, _ => .leased id false
  | .leased id false, .ok => .cleared id
  | .leased id false, .refused _ => .done id
  | .telling id .accepted, .refused _ => .telling id (.report true)
  | .telling id _, _ => .done id
  | doing, _ => doing

structure Node where
  doing : Doing
  attempt : Option Attempt

/-- What can be seen from outside, newest first: commits, what reached the mail server, answers. -/
inductive Event where
  | committed (now : Nat) (call : Call) (outcome : Outcome)
  | handed (id : Nat) (reply : Reply)
  | answered (call : Call) (outcome : Outcome)

structure Nodes where
  store : Store
  node : Nat → Node
  history : List Event

inductive Action where
  | ask (call : Call)
  | take (id : Nat)
  /-- The mail server cannot be reached. -/
  | giveUp
  | read (now : Nat)
  | commit
  | hand (reply : Reply)
  | answer
  | giveBack
  | crash

def Nodes.become (w : Nodes) (n : Nat) (node : Node) : Nodes :=
  { w with node := fun k => if k = n then node else w.node k }

def Nodes.turn (w : Nodes) (n : Nat) (doing : Doing) : Nodes := w.become n ⟨doing, none⟩

def Nodes.see (w : Nodes) (event : Event) : Nodes := { w with history := event :: w.history }

def Nodes.take (w : Nodes) (n id : Nat) : Nodes :=
  { w.turn n (.leased id (w.store.lease id).isSome) with store := { w.store with lease := put w.store.lease id (some n) } }

def Nodes.giveBack (w : Nodes) (n id : Nat) : Nodes :=
  { w.turn n .idle with
    store := { w.store with lease := if w.store.lease id = some n then put w.store.lease id none else w.store.lease } }

/-- Written as decided, or started over. -/
def Nodes.commit (w : Nodes) (n : Nat) (doing : Doing) (a : Attempt) : Nodes :=
  if w.store.fits a then
    { w.turn n (doing.after a.outcome) with
      store := w.store.write a, history := .committed a.seen.now a.call a.outcome :: w.history }
  else w.turn n doing

/-- One action of node `n`; one that it cannot take now changes nothing. -/
def Nodes.step (w : Nodes) (n : Nat) : Action → Nodes
  | .ask call => match (w.node n).doing with
    | .idle => if call.act.dispatching then w else w.turn n (.asked call)
    | _ => w
  | .take id => match (w.node n).doing with
    | .idle => w.take n id
    | _ => w
  | .giveUp => match (w.node n).doing with
    | .leased id false => w.turn n (.telling id .unreachable)
    | _ => w
  | .read now => match (w.node n).doing.call with
    | some call => w.become n ⟨(w.node n).doing, some (w.store.read now call)⟩
    | none => w
  | .commit => match (w.node n).attempt with
    | some a => w.commit n (w.node n).doing a
    | none => w
  | .hand reply => match (w.node n).doing with
    | .cleared id => (w.turn n (.telling id reply.act)).see (.handed id reply)
    | _ => w
  | .answer => match (w.node n).doing with
    | .answering call outcome => (w.turn n .idle).see (.answered call outcome)
    | _ => w
  | .giveBack => match (w.node n).doing with
    | .done id => w.giveBack n id
    | _ => w
  | .crash => w.turn n .idle

def Nodes.new : Nodes := ⟨⟨Tenant.new, fun _ => 0, 0, fun _ => none⟩, fun _ => ⟨.idle, none⟩, []⟩

/-- How nodes act; a mutant acts otherwise. -/
abbrev NodesStep := Nodes → Nat → Action → Nodes

/-- Any actions of any nodes, in any order. -/
def Nodes.runBy (step : NodesStep) (w : Nodes) : List (Nat × Action) → Nodes
  | [] => w
  | (n, action) :: rest => (step w n action).runBy step rest

end
end Countersign
