/-! The words of the oversight model. Each has a Java twin of the same name and order in `kernel`. -/
namespace Countersign

/-- The trust ladder, strictest first. -/
inductive Mode where
  | readOnly | gatedAll | gatedSend | monitored | autonomous
  deriving DecidableEq

def Mode.rank : Mode → Nat
  | .readOnly => 0 | .gatedAll => 1 | .gatedSend => 2 | .monitored => 3 | .autonomous => 4

def Mode.stricter (a b : Mode) : Mode := if a.rank ≤ b.rank then a else b

/-- Does every outgoing message need a person? -/
def Mode.gated (m : Mode) : Bool := decide (m.rank ≤ 2)

inductive Direction where
  | outbound | inbound
  deriving DecidableEq

/-- Where a message stands. `queued` is cleared to leave; `sending` has begun its transmission. -/
inductive Status where
  | pendingScan | pendingSendApproval | scheduled | queued | sending | indeterminate | sent | sendFailed
  | rejected | cancelled | blocked | expired
  | pendingInboundApproval | unread | read | spamFlagged | spamQuarantined
  deriving DecidableEq

/-- An outgoing message of which nothing has been handed to the mail server yet. -/
def Status.held : Status → Bool
  | .pendingScan | .pendingSendApproval | .scheduled | .queued => true
  | _ => false

/-- No call moves a message out of these. -/
def Status.terminal : Status → Bool
  | .sendFailed | .rejected | .cancelled | .blocked | .expired => true
  | _ => false

/-- A score counts thousandths. `unchecked` is what a mailbox with its risk checks switched off gets. -/
inductive Risk where
  | unknown | unchecked | known (score : Nat)
  deriving DecidableEq

/-- `gateFirst`: approve, then wait for the time. `scheduleFirst`: wait for the time, then ask. -/
inductive GateTiming where
  | gateFirst | scheduleFirst
  deriving DecidableEq

inductive SpamVerdict where
  | clean | flagged | quarantined
  deriving DecidableEq

inductive Role where
  | agent | person | operator | clock | scanner | dispatcher | mailServer
  deriving DecidableEq

/-- Ids are unique across roles. -/
structure Principal where
  role : Role
  id : Nat
  deriving DecidableEq

structure Scopes where
  read : Bool
  send : Bool
  oversight : Bool
  admin : Bool
  deriving DecidableEq

def Scopes.none : Scopes := ⟨false, false, false, false⟩

/-- No credential both writes mail and decides about mail. -/
def Scopes.separated (s : Scopes) : Bool := !(s.send && s.oversight)

def Scopes.any (s : Scopes) : Bool := s.read || s.send || s.oversight || s.admin

inductive Refusal where
  | notFound | alreadyExists | forbidden | ownMessage | wrongStatus | staleDigest | alreadyApproved | enoughApprovals
  | deadlinePassed | notExpired | notDue | suspended | removed | readOnly | risky | needsApproval | approved
  | schedulingOff | riskNotChecked | held | looser | notLooser | sendAndOversight | oversightNeedsPerson | needsOperator
  | needsCode | wrongCode | policyOutOfRange | timeRunsForward | alreadyCancelled
  deriving DecidableEq

/-- A table of requirements, in the order in which they are checked. -/
abbrev Requires := List (Bool × Refusal)

/-- The first requirement that is not met. -/
def unmet : Requires → Option Refusal
  | [] => none
  | (met, why) :: rest => if met then unmet rest else some why

@[simp] theorem unmet_nil : unmet [] = none := rfl
@[simp] theorem unmet_cons (met : Bool) (why : Refusal) (rest : Requires) :
    unmet ((met, why) :: rest) = none ↔ met = true ∧ unmet rest = none := by
  cases met <;> simp [unmet]

/-- First these, then those. -/
def Requires.also : Requires → Requires → Requires
  | [], those => those
  | this :: these, those => this :: Requires.also these those

@[simp] theorem unmet_also (these those : Requires) :
    unmet (these.also those) = none ↔ unmet these = none ∧ unmet those = none := by
  induction these with
  | nil => simp [Requires.also]
  | cons guard rest ih => obtain ⟨met, why⟩ := guard; simp [Requires.also, ih, and_assoc]

end Countersign
