import Countersign.Vectors.Scene
/-! The tables of calls on a whole tenant: mailboxes, keys, codes, people, the clock. -/
namespace Countersign.Vectors

structure TenantTable where
  name : String
  fields : List Field
  presenters : List Presenter
  acts : List Act

def secret : Nat := 7

/-- No code; the code with its secret; with another. -/
def presentations : List Presented := [⟨2, 0⟩, ⟨1, secret⟩, ⟨1, 8⟩]

def outOfRange : List Policy :=
  [{ policy with requiredApprovals := 0 }, { policy with requiredApprovals := 4 }, { policy with riskThreshold := 1001 },
   { policy with maxAttempts := 0 }]

def inRange : List Policy :=
  [policy, { policy with requiredApprovals := 3, riskThreshold := 1000, riskChecks := false, scheduling := false, maxAttempts := 1 },
   { policy with riskThreshold := 0, approvalLifetime := 0 }]

def readAndSend : Scopes := scopesAt 3

def readOnly : Scopes := scopesAt 1

def purposes : List Purpose :=
  [.upgrade 1 .monitored, .upgrade 1 .autonomous, .upgrade 2 .autonomous, .createMailbox 2, .createMailbox 3,
   .createKey agent readAndSend, .createKey agent readOnly, .createKey otherAgent readAndSend, .patchKey 6 readAndSend,
   .patchKey 6 readOnly, .patchKey 7 readOnly, .revokeKey 6, .revokeKey 7, .operate digest]

def purposeAt : Nat → List Purpose → Purpose
  | 0, purpose :: _ => purpose
  | n + 1, _ :: rest => purposeAt n rest
  | _, [] => .createMailbox 2

/-- One that stands, one that is used, one that expires now. -/
def codeAt (n : Nat) (purpose : Purpose) : Code :=
  match n with
  | 0 => ⟨purpose, secret, later, false⟩
  | 1 => ⟨purpose, secret, later, true⟩
  | _ => ⟨purpose, secret, present, false⟩

/-- None, or each purpose's code in each of its states. -/
def codes (values : List Nat) : Field :=
  ⟨fun n s => { s with code := if n = 0 then none else some (codeAt ((n - 1) % 3) (purposeAt ((n - 1) / 3) purposes)) }, values⟩

/-- These, then those. -/
def chain {α : Type} : List α → List α → List α
  | [], those => those
  | this :: these, those => this :: chain these those

def each {α : Type} (list : List α) (act : α → List Act) : List Act :=
  match list with
  | [] => []
  | x :: rest => chain (act x) (each rest act)

def mailActs : List Act :=
  [.submit 2 1 digest present .gateFirst, .submit 2 1 digest later .scheduleFirst, .submit 1 1 digest present .gateFirst,
   .submit 2 3 digest present .gateFirst, .receive 2 1 digest .clean, .receive 2 1 digest .flagged, .receive 2 1 digest .quarantined,
   .receive 1 1 digest .clean, .receive 2 3 digest .clean, .message 1 .read, .message 2 .read, .message 1 .beginDispatch,
   .look (.inbox 1), .look (.inbox 3), .look .mailboxes, .look .pending, .look .keys, .look .ledger,
   .setAddress 22 9, .annotate, .tick 999, .tick present, .tick later]

def boxActs : List Act :=
  chain [.setMode 1 .readOnly, .setMode 1 .gatedAll, .setMode 1 .gatedSend, .setMode 1 .monitored, .setMode 1 .autonomous,
    .setMode 3 .readOnly, .suspend 1, .suspend 3, .lift 1, .lift 3, .removeMailbox 1, .removeMailbox 3, .suspendAll, .liftAll,
    .setPolicy 3 policy] <|
  chain (each outOfRange fun p => [.setPolicy 1 p, .createMailbox 2 .gatedAll p ⟨2, 0⟩]) <|
  chain (each inRange fun p => [.setPolicy 1 p, .createMailbox 2 .gatedAll p ⟨2, 0⟩]) <|
  each presentations fun by_ =>
    [.createMailbox 2 .autonomous policy by_, .createMailbox 2 .readOnly policy by_, .createMailbox 1 .autonomous policy by_,
     .applyUpgrade 1 .monitored by_, .applyUpgrade 1 .autonomous by_, .applyUpgrade 3 .autonomous by_]

def codeActs : List Act :=
  chain (each purposes fun purpose => [.requestCode 2 purpose secret])
    [.requestCode 1 (.createMailbox 2) secret, .requestCode 2 (.upgrade 1 .readOnly) secret, .requestCode 2 (.upgrade 1 .gatedAll) secret,
     .requestCode 2 (.upgrade 1 .gatedSend) secret, .requestCode 1 (.upgrade 1 .autonomous) secret]

def keyActs : List Act :=
  chain
    (each presentations fun by_ =>
      [.createKey 8 agent readAndSend by_, .createKey 8 agent readOnly by_, .createKey 6 agent readAndSend by_,
       .patchKey 6 readAndSend by_, .patchKey 6 readOnly by_, .patchKey 7 readOnly by_, .patchKey 8 readOnly by_,
       .revokeKey 6 by_, .revokeKey 7 by_, .revokeKey 8 by_, .operate digest by_, .operate stale by_, .confirm digest by_,
       .confirm stale by_])
    [.createKey 8 agent (scopesAt 4) ⟨2, 0⟩, .createKey 8 agent (scopesAt 6) ⟨2, 0⟩, .createKey 8 agent (scopesAt 8) ⟨2, 0⟩,
     .createKey 8 overseer (scopesAt 5) ⟨2, 0⟩, .createKey 8 overseer (scopesAt 6) ⟨2, 0⟩, .createKey 8 overseer (scopesAt 3) ⟨2, 0⟩,
     .createKey 8 founder (scopesAt 9) ⟨2, 0⟩, .createKey 8 founder (scopesAt 4) ⟨2, 0⟩,
     .patchKey 6 (scopesAt 4) ⟨2, 0⟩, .patchKey 6 (scopesAt 6) ⟨2, 0⟩, .patchKey 6 (scopesAt 8) ⟨2, 0⟩,
     .patchKey 7 (scopesAt 4) ⟨2, 0⟩, .patchKey 7 (scopesAt 6) ⟨2, 0⟩, .patchKey 7 (scopesAt 2) ⟨2, 0⟩]

def everyTenantAct : List Act := chain mailActs <| chain boxActs <| chain codeActs keyActs

def everyPresenter : List Presenter :=
  eachHolding agent sending <| eachHolding overseer deciding <| eachHolding founder sending <|
  revoked agent 11 :: revoked overseer 5 :: revoked founder 9 :: borrows agent founder 9 :: borrows agent otherAgent 11 :: systems

def administering : List Presenter :=
  eachHolding agent [0, 2, 8] <| eachHolding overseer [5, 8] <| eachHolding founder [1, 9] []

def from_ (start count : Nat) : List Nat :=
  match count with
  | 0 => []
  | n + 1 => start :: from_ (start + 1) n

def tenantTables : List TenantTable :=
  [{ name := "everybody's calls on a tenant", presenters := everyPresenter, acts := everyTenantAct
     fields := [modes [0, 1, 2, 3, 4], stops [0, 1, 2, 3]] },
   { name := "without scheduling", presenters := administering, acts := mailActs
     fields := [scheduling [0], modes [0, 1, 2, 3, 4], stops [0, 1, 2, 3]] },
   { name := "codes", presenters := administering, acts := chain boxActs <| chain codeActs keyActs
     fields := [codes (from_ 0 43), modes [2]] }]

/-- The call's own outcome, and the whole tenant that it leads to. -/
def tenantAnswers (t : Tenant) (who : Principal) : List Act → String → String
  | [], out => out
  | act :: rest, out =>
    tenantAnswers t who rest <| match t.step ⟨who, presentedKey, act⟩ with
      | (_, .refused why) => out.push (letter why)
      | (next, .ok) => out ++ "{" ++ tenantText next ++ "}"

def tenantAnswersTo (t : Tenant) (acts : List Act) : List Presenter → String → String
  | [], out => out
  | p :: rest, out => tenantAnswersTo t acts rest (tenantAnswers (p.enter t) p.who acts out)

def TenantTable.write (h : IO.FS.Handle) (table : TenantTable) : IO Unit := do
  h.putStr s!"tenants {table.name}\n"
  for p in table.presenters do
    h.putStr s!"presenter {presenterText p}\n"
  for act in table.acts do
    h.putStr s!"act {actText act}\n"
  walk table.fields .plain fun s =>
    h.putStr (tenantAnswersTo s.tenant table.acts table.presenters (tenantText s.tenant ++ "|") ++ "\n")
  h.putStr "end\n"

end Countersign.Vectors
