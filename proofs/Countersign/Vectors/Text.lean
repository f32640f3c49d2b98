import Countersign.Spec.Tenant
/-! How states, calls and outcomes are written down, every field of them, for the Java twin to be compared with. Words are
written as their place in the lists of `Words.lean`, which are Java's too. Plain recursion: it runs where no compiled code for
the usual list functions is at hand. -/
namespace Countersign.Vectors

def bit (b : Bool) : Nat := if b then 1 else 0

def bits (s : Scopes) : Nat := bit s.read + 2 * bit s.send + 4 * bit s.oversight + 8 * bit s.admin

def principal (p : Principal) : String := s!"{p.role.ctorIdx}.{p.id}"

/-- 0 and 1 are the marks, a score is itself and 2. -/
def riskNumber : Risk → Nat
  | .unknown => 0
  | .unchecked => 1
  | .known score => score + 2

def approvalsText : List Approval → String
  | [] => ""
  | a :: rest => s!"{principal a.who}.{a.digest}/" ++ approvalsText rest

def policyText (p : Policy) : String :=
  s!"{p.requiredApprovals},{p.riskThreshold},{bit p.riskChecks},{p.approvalLifetime},{bit p.scheduling},{p.maxAttempts}"

def mailboxText (b : Mailbox) : String := s!"{b.mode.rank},{policyText b.policy},{bit b.suspended},{bit b.removed}"

def messageText (m : Message) : String :=
  s!"{m.mailbox},{m.direction.ctorIdx},{principal m.composer},{m.digest},{m.sendAt},{m.gateTiming.ctorIdx}," ++
  s!"{riskNumber m.risk},{m.modeAtSubmission.rank},{m.requiredAtSubmission},{m.deadline},{m.attempts},{bit m.copied}," ++
  s!"{bit m.released},{m.status.ctorIdx},{approvalsText m.approvals}"

def keyText (k : Key) : String := s!"{principal k.holder},{principal k.maker},{bits k.scopes},{bit k.live}"

def purposeText : Purpose → String
  | .upgrade box target => s!"upgrade.{box}.{target.rank}"
  | .createMailbox box => s!"createMailbox.{box}"
  | .createKey holder scopes => s!"createKey.{principal holder}.{bits scopes}"
  | .patchKey key scopes => s!"patchKey.{key}.{bits scopes}"
  | .revokeKey key => s!"revokeKey.{key}"
  | .operate act => s!"operate.{act}"

def codeText (c : Code) : String := s!"{purposeText c.purpose},{c.secret},{c.expires},{bit c.used}"

def personText (p : Person) : String := s!"{p.address},{principal p.setBy}"

def rows {α : Type} (f : Nat → Option α) (tag : String) (text : α → String) : List Nat → String
  | [] => ""
  | id :: rest =>
    (match f id with
      | none => ""
      | some x => s!"{tag}{id}={text x};") ++ rows f tag text rest

/-- Every row that a call of the tables and traces can reach, and no ledger: the Java kernel keeps none. -/
def tenantText (t : Tenant) : String :=
  s!"now={t.now};suspended={bit t.suspended};" ++
  rows t.mailboxes "mailbox" mailboxText [1, 2, 3] ++ rows t.messages "message" messageText [1, 2] ++
  rows t.keys "key" keyText [0, 1, 2, 3, 4, 5, 6, 7, 8] ++ rows t.codes "code" codeText [1, 2] ++
  rows t.people "person" personText [21, 22]

def messageActText : MessageAct → String
  | .scanResult digest risk => s!"scanResult {digest} {riskNumber risk}"
  | .approve digest => s!"approve {digest}"
  | .reject => "reject"
  | .cancel => "cancel"
  | .edit digest sendAt => s!"edit {digest} {sendAt}"
  | .reschedule sendAt => s!"reschedule {sendAt}"
  | .release => "release"
  | .expire => "expire"
  | .beginDispatch => "beginDispatch"
  | .unreachable => "unreachable"
  | .accepted => "accepted"
  | .failed => "failed"
  | .deferred => "deferred"
  | .outcomeUnknown => "outcomeUnknown"
  | .settle delivered => s!"settle {bit delivered}"
  | .report delivered => s!"report {bit delivered}"
  | .read => "read"
  | .reportSpam => "reportSpam"
  | .notSpam => "notSpam"

def presentedText (p : Presented) : String := s!"{p.code} {p.secret}"

def sightText : Sight → String
  | .inbox box => s!"inbox {box}"
  | .mailboxes => "mailboxes"
  | .pending => "pending"
  | .keys => "keys"
  | .ledger => "ledger"

def actText : Act → String
  | .submit id box digest sendAt timing => s!"submit {id} {box} {digest} {sendAt} {timing.ctorIdx}"
  | .receive id box digest verdict => s!"receive {id} {box} {digest} {verdict.ctorIdx}"
  | .message id act => s!"message {id} {messageActText act}"
  | .look sight => s!"look {sightText sight}"
  | .createMailbox box mode policy by_ => s!"createMailbox {box} {mode.rank} {policyText policy} {presentedText by_}"
  | .setMode box mode => s!"setMode {box} {mode.rank}"
  | .setPolicy box policy => s!"setPolicy {box} {policyText policy}"
  | .suspend box => s!"suspend {box}"
  | .lift box => s!"lift {box}"
  | .removeMailbox box => s!"removeMailbox {box}"
  | .suspendAll => "suspendAll"
  | .liftAll => "liftAll"
  | .requestCode code purpose secret => s!"requestCode {code} {purposeText purpose} {secret}"
  | .applyUpgrade box target by_ => s!"applyUpgrade {box} {target.rank} {presentedText by_}"
  | .createKey key holder scopes by_ => s!"createKey {key} {principal holder} {bits scopes} {presentedText by_}"
  | .patchKey key scopes by_ => s!"patchKey {key} {bits scopes} {presentedText by_}"
  | .revokeKey key by_ => s!"revokeKey {key} {presentedText by_}"
  | .setAddress person address => s!"setAddress {person} {address}"
  | .operate act by_ => s!"operate {act} {presentedText by_}"
  | .confirm act by_ => s!"confirm {act} {presentedText by_}"
  | .annotate => "annotate"
  | .tick now => s!"tick {now}"

/-- A refusal is one character; what a call leads to stands in braces. -/
def letter (why : Refusal) : Char := Char.ofNat (65 + why.ctorIdx)

/-- The number of a mode, and so on: what the tables count through. -/
def modeAt : Nat → Mode
  | 0 => .readOnly
  | 1 => .gatedAll
  | 2 => .gatedSend
  | 3 => .monitored
  | _ => .autonomous

def statusAt : Nat → Status
  | 0 => .pendingScan
  | 1 => .pendingSendApproval
  | 2 => .scheduled
  | 3 => .queued
  | 4 => .sending
  | 5 => .indeterminate
  | 6 => .sent
  | 7 => .sendFailed
  | 8 => .rejected
  | 9 => .cancelled
  | 10 => .blocked
  | 11 => .expired
  | 12 => .pendingInboundApproval
  | 13 => .unread
  | 14 => .read
  | 15 => .spamFlagged
  | _ => .spamQuarantined

def riskAt : Nat → Risk
  | 0 => .unknown
  | 1 => .unchecked
  | score + 2 => .known score

def scopesAt (n : Nat) : Scopes := ⟨n % 2 == 1, n / 2 % 2 == 1, n / 4 % 2 == 1, n / 8 % 2 == 1⟩

end Countersign.Vectors
