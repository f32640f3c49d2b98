import Countersign.Vectors.Text
/-! The states that the tables go through: one mailbox, one message, one code, and who presents which key. -/
namespace Countersign.Vectors

structure Scene where
  suspended : Bool
  box : Mailbox
  message : Message
  code : Option Code

/-- Every moment that a table compares with is this one or the next. -/
def present : Nat := 1000

def later : Nat := 1001

def digest : Nat := 7

/-- Of other bytes. -/
def stale : Nat := 8

def agent : Principal := ⟨.agent, 11⟩

def otherAgent : Principal := ⟨.agent, 12⟩

/-- A person who may have written the message. -/
def author : Principal := ⟨.person, 21⟩

/-- Has approved nothing and written nothing. -/
def overseer : Principal := ⟨.person, 25⟩

/-- Three more, who approve in this order. -/
def approver (n : Nat) : Principal := ⟨.person, 21 + n⟩

def policy : Policy := ⟨1, 500, true, 100, true, 3⟩

/-- Approvals of the present bytes, the newest first. -/
def approvalsUpTo : Nat → List Approval
  | 0 => []
  | n + 1 => ⟨approver (n + 1), digest⟩ :: approvalsUpTo n

def Scene.plain : Scene :=
  { suspended := false
    box := ⟨.autonomous, policy, false, false⟩
    message := { Message.submitted 1 agent digest present .gateFirst .autonomous 1 with deadline := later }
    code := none }

def Scene.tenant (s : Scene) : Tenant :=
  { Tenant.new with
    now := present
    suspended := s.suspended
    mailboxes := fun id => if id = 1 then some s.box else none
    messages := fun id => if id = 1 then some s.message else none
    keys := fun id =>
      if id = 6 then some ⟨agent, founder, scopesAt 3, true⟩
      else if id = 7 then some ⟨overseer, founder, scopesAt 5, true⟩ else none
    codes := fun id => if id = 1 then s.code else none }

/-- Who calls, and the key presented; the clock and its like hold none. -/
structure Presenter where
  who : Principal
  key : Option Key

/-- The place of the presented key. -/
def presentedKey : Nat := 5

def Presenter.enter (p : Presenter) (t : Tenant) : Tenant := { t with keys := put t.keys presentedKey p.key }

def presenterText (p : Presenter) : String :=
  principal p.who ++ (match p.key with | none => "" | some key => " " ++ keyText key)

def holds (who : Principal) (scopes : Nat) : Presenter := ⟨who, some ⟨who, founder, scopesAt scopes, true⟩⟩

def revoked (who : Principal) (scopes : Nat) : Presenter := ⟨who, some ⟨who, founder, scopesAt scopes, false⟩⟩

def borrows (who holder : Principal) (scopes : Nat) : Presenter := ⟨who, some ⟨holder, founder, scopesAt scopes, true⟩⟩

def keyless (role : Role) : Presenter := ⟨⟨role, 0⟩, none⟩

def eachHolding (who : Principal) : List Nat → List Presenter → List Presenter
  | [], others => others
  | scopes :: rest, others => holds who scopes :: eachHolding who rest others

def systems : List Presenter := [keyless .clock, keyless .scanner, keyless .dispatcher, keyless .mailServer]

/-- All sets of scopes that a key of an agent or an operator can have. -/
def sending : List Nat := [0, 1, 2, 3, 8, 9, 10, 11]

/-- And a person's: nobody both sends and decides. -/
def deciding : List Nat := [0, 1, 2, 3, 4, 5, 8, 9, 10, 11, 12, 13]

/-- A field and the values that it goes through. -/
structure Field where
  set : Nat → Scene → Scene
  values : List Nat

def onMessage (change : Nat → Message → Message) (values : List Nat) : Field :=
  ⟨fun n s => { s with message := change n s.message }, values⟩

def onBox (change : Nat → Mailbox → Mailbox) (values : List Nat) : Field :=
  ⟨fun n s => { s with box := change n s.box }, values⟩

def modes (values : List Nat) : Field := onBox (fun n b => { b with mode := modeAt n }) values

def required (values : List Nat) : Field :=
  onBox (fun n b => { b with policy := { b.policy with requiredApprovals := n } }) values

def checks (values : List Nat) : Field :=
  onBox (fun n b => { b with policy := { b.policy with riskChecks := n == 1 } }) values

def scheduling (values : List Nat) : Field :=
  onBox (fun n b => { b with policy := { b.policy with scheduling := n == 1 } }) values

/-- Nothing, the mailbox, the whole tenant, or a mailbox that was removed. -/
def stops (values : List Nat) : Field :=
  ⟨fun n s => { s with suspended := n == 2, box := { s.box with suspended := n == 1, removed := n == 3 } }, values⟩

def directions (values : List Nat) : Field :=
  onMessage (fun n m => { m with direction := if n = 0 then .outbound else .inbound }) values

def composers (values : List Nat) : Field := onMessage (fun n m => { m with composer := if n = 0 then agent else author }) values

def approvalCounts (values : List Nat) : Field := onMessage (fun n m => { m with approvals := approvalsUpTo n }) values

def sendTimes (values : List Nat) : Field := onMessage (fun n m => { m with sendAt := n }) values

def timings (values : List Nat) : Field :=
  onMessage (fun n m => { m with gateTiming := if n = 0 then .gateFirst else .scheduleFirst }) values

def risks (values : List Nat) : Field := onMessage (fun n m => { m with risk := riskAt n }) values

def modesAtSubmission (values : List Nat) : Field := onMessage (fun n m => { m with modeAtSubmission := modeAt n }) values

def requiredAtSubmission (values : List Nat) : Field := onMessage (fun n m => { m with requiredAtSubmission := n }) values

def deadlines (values : List Nat) : Field := onMessage (fun n m => { m with deadline := n }) values

def attempts (values : List Nat) : Field := onMessage (fun n m => { m with attempts := n }) values

def copies (values : List Nat) : Field := onMessage (fun n m => { m with copied := n == 1 }) values

def releases (values : List Nat) : Field := onMessage (fun n m => { m with released := n == 1 }) values

def statuses (values : List Nat) : Field := onMessage (fun n m => { m with status := statusAt n }) values

/-- Every combination of the fields' values, the last field fastest. -/
def walk (fields : List Field) (s : Scene) (visit : Scene → IO Unit) : IO Unit :=
  match fields with
  | [] => visit s
  | field :: rest => do
    for value in field.values do
      walk rest (field.set value s) visit

end Countersign.Vectors
