import Countersign.Spec.Words
/-! One message: what each act requires of it, in order, and what it then does. Times are milliseconds. -/
namespace Countersign

/-- What an operator sets for a mailbox, besides its mode. -/
structure Policy where
  /-- From 1 to 3. -/
  requiredApprovals : Nat
  /-- A known risk above this is blocked; thousandths. -/
  riskThreshold : Nat
  riskChecks : Bool
  /-- How long a message waits for its approvals. -/
  approvalLifetime : Nat
  scheduling : Bool
  maxAttempts : Nat
  deriving DecidableEq

def maxApprovals : Nat := 3

def Policy.inRange (p : Policy) : Bool :=
  decide (1 ≤ p.requiredApprovals) && decide (p.requiredApprovals ≤ maxApprovals) && decide (p.riskThreshold ≤ 1000) &&
  decide (1 ≤ p.maxAttempts)

/-- What a message sees of its mailbox and tenant at the moment of a call. -/
structure View where
  now : Nat
  mode : Mode
  policy : Policy
  /-- An operator's stop is in force, on the mailbox or on the whole tenant, or the mailbox was removed. -/
  stopped : Bool

/-- Who calls, and what the presented credential allows: nothing, if it is revoked or somebody else's. -/
structure Caller where
  who : Principal
  scopes : Scopes

def Caller.is (c : Caller) (r : Role) : Bool := decide (c.who.role = r)

/-- A person who oversees. No other scope stands in for `oversight`. -/
def Caller.mayDecide (c : Caller) : Bool := c.is .person && c.scopes.oversight

/-- An operator at the controls. -/
def Caller.isOperator (c : Caller) : Bool := c.is .operator && c.scopes.admin

/-- A person's word for exactly these bytes. -/
structure Approval where
  who : Principal
  digest : Nat
  deriving DecidableEq

structure Message where
  mailbox : Nat
  direction : Direction
  composer : Principal
  /-- Names subject, body, attachments and every envelope recipient. -/
  digest : Nat
  approvals : List Approval
  sendAt : Nat
  gateTiming : GateTiming
  risk : Risk
  /-- The mode when it was handed in or came in. -/
  modeAtSubmission : Mode
  requiredAtSubmission : Nat
  /-- When a message that waits for its approvals expires. -/
  deadline : Nat
  attempts : Nat
  /-- Its dispatch carries the overseer's copy. -/
  copied : Bool
  /-- A person let the agent read it (inbound). -/
  released : Bool
  status : Status

def Message.submitted (mailbox : Nat) (composer : Principal) (digest sendAt : Nat) (gateTiming : GateTiming) (mode : Mode)
    (required : Nat) : Message :=
  { mailbox, direction := .outbound, composer, digest, approvals := [], sendAt, gateTiming, risk := .unknown,
    modeAtSubmission := mode, requiredAtSubmission := required, deadline := 0, attempts := 0, copied := false,
    released := false, status := .pendingScan }

inductive MessageAct where
  | scanResult (digest : Nat) (risk : Risk)
  | approve (digest : Nat)
  | reject
  | cancel
  | edit (digest sendAt : Nat)
  | reschedule (sendAt : Nat)
  | release
  | expire
  | beginDispatch
  | unreachable
  | accepted
  | failed
  | deferred
  | outcomeUnknown
  | settle (delivered : Bool)
  | report (delivered : Bool)
  | read
  | reportSpam
  | notSpam
  deriving DecidableEq

def hasApproved (person : Nat) : List Approval → Bool
  | [] => false
  | a :: rest => decide (a.who.id = person) || hasApproved person rest

def countFor (digest : Nat) : List Approval → Nat
  | [] => 0
  | a :: rest => if a.digest = digest then countFor digest rest + 1 else countFor digest rest

/-- The author, under whichever credential: the one that wrote the message may change it. -/
def Caller.mayWrite (c : Caller) (m : Message) : Bool := c.scopes.send && decide (c.who = m.composer)

/-- The stricter of the mode at submission and the mode now. -/
def governing (v : View) (m : Message) : Mode := v.mode.stricter m.modeAtSubmission

def riskUnknown (v : View) (m : Message) : Bool :=
  match m.risk with
  | .unknown => true
  | .unchecked => v.policy.riskChecks
  | .known _ => false

def risky (v : View) (m : Message) : Bool :=
  match m.risk with
  | .known score => v.policy.riskChecks && decide (v.policy.riskThreshold < score)
  | _ => false

/-- How many different people must have approved these very bytes before they may leave. -/
def needed (v : View) (m : Message) : Nat :=
  if (governing v m).gated then max 1 (max v.policy.requiredApprovals m.requiredAtSubmission)
  else if riskUnknown v m then 1 else 0

def enough (v : View) (m : Message) : Bool := decide (needed v m ≤ countFor m.digest m.approvals)

/-- Where a scanned outgoing message waits. -/
def route (v : View) (m : Message) : Message :=
  if risky v m then { m with status := .blocked }
  else if v.now < m.sendAt ∧ (enough v m = true ∨ m.gateTiming = .scheduleFirst) then { m with status := .scheduled }
  else if enough v m then { m with status := .queued }
  else if m.status = .pendingSendApproval then m
  else { m with status := .pendingSendApproval, deadline := v.now + v.policy.approvalLifetime }

/-- A mailbox that is monitored now, or was when the message was handed in, has its mail copied to the overseer. -/
def carriesCopy (v : View) (m : Message) : Bool := decide (v.mode = .monitored) || decide (m.modeAtSubmission = .monitored)

/-- After a failure for now: again later, or given up. -/
def retry (v : View) (m : Message) : Message :=
  { m with attempts := m.attempts + 1,
           status := if v.policy.maxAttempts ≤ m.attempts + 1 then .sendFailed else .queued }

/-- Inbound content that agents may not read until a person releases it. -/
def hidden (v : View) (m : Message) : Bool :=
  decide (m.direction = .inbound) && !m.released && (decide (v.mode = .gatedAll) || decide (m.modeAtSubmission = .gatedAll))

def visible (v : View) (c : Caller) (m : Message) : Bool := c.mayDecide || !hidden v m

/-- A person is to decide about it. -/
def awaitsDecision (v : View) (m : Message) : Bool :=
  decide (m.status = .pendingSendApproval) || decide (m.status = .pendingInboundApproval) ||
  (hidden v m && (decide (m.status = .unread) || decide (m.status = .read)))

/-- Where clean inbound mail goes. -/
def inbox (v : View) (m : Message) : Message :=
  { m with status := if hidden v m then .pendingInboundApproval else .unread }

def Message.received (v : View) (mailbox : Nat) (sender : Principal) (digest : Nat) (verdict : SpamVerdict) : Message :=
  let m : Message :=
    { mailbox, direction := .inbound, composer := sender, digest, approvals := [], sendAt := 0, gateTiming := .gateFirst,
      risk := .unknown, modeAtSubmission := v.mode, requiredAtSubmission := 1, deadline := 0, attempts := 0,
      copied := false, released := false, status := .unread }
  match verdict with
  | .clean => inbox v m
  | .flagged => { m with status := .spamFlagged }
  | .quarantined => { m with status := .spamQuarantined }

def isSpam (m : Message) : Bool := decide (m.status = .spamFlagged) || decide (m.status = .spamQuarantined)

def MessageAct.requires (v : View) (c : Caller) (m : Message) : MessageAct → Requires
  | .scanResult digest risk =>
      [(c.is .scanner, .forbidden), (m.status = .pendingScan, .wrongStatus), (digest = m.digest, .staleDigest),
       (!(decide (risk = .unchecked) && v.policy.riskChecks), .riskNotChecked)]
  | .approve digest =>
      [(c.mayDecide, .forbidden), (c.who.id ≠ m.composer.id, .ownMessage), (!hasApproved c.who.id m.approvals, .alreadyApproved),
       (awaitsDecision v m, .wrongStatus), (digest = m.digest, .staleDigest),
       (m.direction = .inbound || v.now < m.deadline, .deadlinePassed),
       (countFor m.digest m.approvals < maxApprovals, .enoughApprovals)]
  | .reject =>
      [(c.mayDecide, .forbidden), (awaitsDecision v m, .wrongStatus)]
  | .cancel =>
      [(c.mayDecide || c.mayWrite m, .forbidden), (m.status ≠ .cancelled, .alreadyCancelled),
       (m.status.held || m.status = .pendingInboundApproval, .wrongStatus)]
  | .edit _ sendAt =>
      [(c.mayWrite m, .forbidden), (m.status = .scheduled, .wrongStatus), (countFor m.digest m.approvals = 0, .approved),
       (sendAt ≤ v.now || v.policy.scheduling, .schedulingOff)]
  | .reschedule sendAt =>
      [(c.mayWrite m, .forbidden), (m.status = .scheduled, .wrongStatus),
       (sendAt ≤ v.now || v.policy.scheduling, .schedulingOff)]
  | .release =>
      [(c.is .clock, .forbidden), (m.status = .scheduled || m.status = .queued, .wrongStatus), (m.sendAt ≤ v.now, .notDue)]
  | .expire =>
      [(c.is .clock, .forbidden), (m.status = .pendingSendApproval, .wrongStatus), (m.deadline ≤ v.now, .notExpired)]
  | .beginDispatch =>
      [(c.is .dispatcher, .forbidden), (m.status = .queued, .wrongStatus), (m.sendAt ≤ v.now, .notDue),
       (!v.stopped, .suspended), (v.mode ≠ .readOnly, .readOnly), (!risky v m, .risky), (enough v m, .needsApproval)]
  | .unreachable =>
      [(c.is .dispatcher, .forbidden), (m.status = .queued, .wrongStatus)]
  | .accepted =>
      [(c.is .mailServer, .forbidden), (m.status = .sending, .wrongStatus)]
  | .failed =>
      [(c.is .mailServer, .forbidden), (m.status = .sending, .wrongStatus)]
  | .deferred =>
      [(c.is .mailServer, .forbidden), (m.status = .sending, .wrongStatus)]
  | .outcomeUnknown =>
      [(c.is .dispatcher, .forbidden), (m.status = .sending, .wrongStatus)]
  | .settle _ =>
      [(c.mayDecide, .forbidden), (m.status = .indeterminate, .wrongStatus)]
  | .report _ =>
      [(c.is .mailServer, .forbidden), (m.status = .sent || m.status = .indeterminate, .wrongStatus)]
  | .read =>
      [(c.scopes.read || c.mayDecide, .forbidden), (visible v c m, .held)]
  | .reportSpam =>
      [(c.scopes.send || c.mayDecide, .forbidden), (visible v c m, .held),
       (m.status = .unread || m.status = .read || m.status = .spamFlagged, .wrongStatus)]
  | .notSpam =>
      [(c.scopes.send || c.mayDecide, .forbidden), (visible v c m, .held), (isSpam m, .wrongStatus)]

def MessageAct.effect (v : View) (c : Caller) (m : Message) : MessageAct → Message
  | .scanResult _ risk => route v { m with risk }
  | .approve digest =>
      if m.direction = .inbound then { m with released := true, status := .unread }
      else route v { m with approvals := ⟨c.who, digest⟩ :: m.approvals }
  | .reject => { m with status := .rejected }
  | .cancel => { m with status := .cancelled }
  | .edit digest sendAt => { m with digest, sendAt, approvals := [], risk := .unknown, status := .pendingScan }
  | .reschedule sendAt => { m with sendAt }
  | .release => route v m
  | .expire => { m with status := .expired }
  | .beginDispatch => { m with status := .sending, copied := carriesCopy v m }
  | .unreachable => retry v m
  | .accepted => { m with status := .sent }
  | .failed => { m with status := .sendFailed }
  | .deferred => retry v m
  | .outcomeUnknown => { m with status := .indeterminate }
  | .settle delivered => { m with status := if delivered then .sent else .sendFailed }
  | .report delivered => { m with status := if delivered then .sent else .sendFailed }
  | .read => if m.status = .unread then { m with status := .read } else m
  | .reportSpam => { m with status := .spamQuarantined }
  | .notSpam => inbox v m

end Countersign
