import Countersign.Spec.Message
/-! One tenant: mailboxes, messages, keys, operator codes, people and a ledger. Then the world: one tenant beside another. -/
namespace Countersign

structure Mailbox where
  mode : Mode
  policy : Policy
  suspended : Bool
  removed : Bool
  deriving DecidableEq

structure Key where
  holder : Principal
  maker : Principal
  scopes : Scopes
  live : Bool
  deriving DecidableEq

/-- A person who may decide, reached at an address; whoever controls the address can act as that person. -/
structure Person where
  address : Nat
  setBy : Principal
  deriving DecidableEq

/-- What an operator's code is good for: one act, exactly. -/
inductive Purpose where
  | upgrade (mailbox : Nat) (target : Mode)
  | createMailbox (mailbox : Nat)
  | createKey (holder : Principal) (scopes : Scopes)
  | patchKey (key : Nat) (scopes : Scopes)
  | revokeKey (key : Nat)
  /-- What else only an operator may do, such as where events go; `act` is the digest of exactly that. -/
  | operate (act : Nat)
  deriving DecidableEq

/-- The secret reaches the operator's own address and nobody else's. -/
structure Code where
  purpose : Purpose
  secret : Nat
  expires : Nat
  used : Bool
  deriving DecidableEq

/-- 24 hours. -/
def codeLifetime : Nat := 86400000

/-- A code as a caller presents it. -/
structure Presented where
  code : Nat
  secret : Nat
  deriving DecidableEq

/-- What can be looked at without touching a message. -/
inductive Sight where
  | inbox (mailbox : Nat)
  | mailboxes
  | pending
  | keys
  | ledger
  deriving DecidableEq

inductive Act where
  | submit (message mailbox digest sendAt : Nat) (gateTiming : GateTiming)
  | receive (message mailbox digest : Nat) (verdict : SpamVerdict)
  | message (id : Nat) (act : MessageAct)
  | look (at_ : Sight)
  | createMailbox (mailbox : Nat) (mode : Mode) (policy : Policy) (by_ : Presented)
  | setMode (mailbox : Nat) (mode : Mode)
  | setPolicy (mailbox : Nat) (policy : Policy)
  | suspend (mailbox : Nat)
  | lift (mailbox : Nat)
  | removeMailbox (mailbox : Nat)
  | suspendAll
  | liftAll
  | requestCode (code : Nat) (purpose : Purpose) (secret : Nat)
  | applyUpgrade (mailbox : Nat) (target : Mode) (by_ : Presented)
  | createKey (key : Nat) (holder : Principal) (scopes : Scopes) (by_ : Presented)
  | patchKey (key : Nat) (scopes : Scopes) (by_ : Presented)
  | revokeKey (key : Nat) (by_ : Presented)
  | setAddress (person address : Nat)
  /-- To do what else only an operator may do, or another with the operator's code. -/
  | operate (act : Nat) (by_ : Presented)
  /-- To do what nobody can take back: an operator, and with the code. -/
  | confirm (act : Nat) (by_ : Presented)
  /-- To write beside the mail, of which nothing leaves. -/
  | annotate
  | tick (now : Nat)
  deriving DecidableEq

/-- `who` presents the credential `key`. -/
structure Call where
  who : Principal
  key : Nat
  act : Act
  deriving DecidableEq

inductive Outcome where
  | ok
  | refused (why : Refusal)
  deriving DecidableEq

/-- One line of the ledger: the call with its actor, how it ended, the mailbox and policy in force, the time. -/
structure Entry where
  call : Call
  outcome : Outcome
  mailbox : Option Mailbox
  now : Nat

structure Tenant where
  now : Nat
  suspended : Bool
  mailboxes : Nat → Option Mailbox
  messages : Nat → Option Message
  keys : Nat → Option Key
  codes : Nat → Option Code
  people : Nat → Option Person
  /-- Newest first. -/
  log : List Entry

def put {α : Type} (f : Nat → Option α) (k : Nat) (x : Option α) : Nat → Option α := fun j => if j = k then x else f j

/-- The row at `k`, changed by `g`; nothing happens where there is no row. -/
def alter {α : Type} (f : Nat → Option α) (k : Nat) (g : α → α) : Nat → Option α :=
  fun j => if j = k then (match f j with | none => none | some x => some (g x)) else f j

/-- The requirements that `need` states about a row; the row must be there. -/
def having {α : Type} (row : Option α) (need : α → Requires) : Requires :=
  match row with
  | none => [(false, .notFound)]
  | some x => need x

def Tenant.caller (t : Tenant) (c : Call) : Caller :=
  { who := c.who
    scopes := match t.keys c.key with
      | some k => if k.live && decide (k.holder = c.who) then k.scopes else .none
      | none => .none }

def Tenant.view (t : Tenant) (b : Mailbox) : View := ⟨t.now, b.mode, b.policy, t.suspended || b.suspended || b.removed⟩

/-- The presented code is the one that was made for exactly this purpose, in time, unused. -/
def Tenant.redeems (t : Tenant) (p : Presented) (purpose : Purpose) : Bool :=
  match t.codes p.code with
  | none => false
  | some k => decide (k.purpose = purpose) && decide (k.secret = p.secret) && decide (t.now < k.expires) && !k.used

def Tenant.spend (t : Tenant) (p : Presented) : Nat → Option Code := alter t.codes p.code fun k => { k with used := true }

/-- A person decides, an operator hands out; neither right is ever an agent's to give or to get. -/
def grantable (c : Caller) (holder : Principal) (scopes : Scopes) : Requires :=
  [(scopes.separated, .sendAndOversight),
   (!scopes.oversight || decide (holder.role = .person), .oversightNeedsPerson),
   (c.isOperator || (decide (holder.role = .agent) && !scopes.oversight && !scopes.admin), .needsOperator)]

def Sight.requires (t : Tenant) (c : Caller) : Sight → Requires
  | .inbox box => having (t.mailboxes box) fun _ => [(c.scopes.read || c.mayDecide, .forbidden)]
  | .mailboxes => [(c.scopes.read || c.mayDecide || c.scopes.admin, .forbidden)]
  | .pending => [(c.mayDecide, .forbidden)]
  | .keys => [(c.scopes.admin, .forbidden)]
  | .ledger => [(c.scopes.admin, .forbidden)]

/-- What asking for a code requires, by what it is for. -/
def Purpose.requires (t : Tenant) (c : Caller) : Purpose → Requires
  | .upgrade box target => having (t.mailboxes box) fun b => [(b.mode.rank < target.rank, .notLooser)]
  | _ => [(c.scopes.admin, .forbidden)]

def Tenant.requires (t : Tenant) (call : Call) : Requires :=
  let c := t.caller call
  match call.act with
  | .submit id box _ sendAt _ => having (t.mailboxes box) fun b =>
      [(c.scopes.send, .forbidden), ((t.messages id).isNone, .alreadyExists), (!b.removed, .removed),
       (b.mode ≠ .readOnly, .readOnly), (!(t.view b).stopped, .suspended),
       (sendAt ≤ t.now || b.policy.scheduling, .schedulingOff)]
  | .receive id box _ _ => having (t.mailboxes box) fun b =>
      [(c.is .mailServer, .forbidden), ((t.messages id).isNone, .alreadyExists), (!b.removed, .removed)]
  | .message id act => having (t.messages id) fun m => having (t.mailboxes m.mailbox) fun b => act.requires (t.view b) c m
  | .look sight => sight.requires t c
  | .createMailbox box _ policy by_ =>
      [(c.scopes.admin, .forbidden), ((t.mailboxes box).isNone, .alreadyExists), (policy.inRange, .policyOutOfRange),
       (c.isOperator || t.redeems by_ (.createMailbox box), .needsCode)]
  | .setMode box mode => having (t.mailboxes box) fun b =>
      [(c.scopes.any, .forbidden), (!b.removed, .removed), (c.isOperator || mode.rank ≤ b.mode.rank, .looser)]
  | .setPolicy box policy => having (t.mailboxes box) fun b =>
      [(c.isOperator, .forbidden), (!b.removed, .removed), (policy.inRange, .policyOutOfRange)]
  | .suspend box => having (t.mailboxes box) fun _ => [(c.isOperator || c.mayDecide, .forbidden)]
  | .lift box => having (t.mailboxes box) fun _ => [(c.isOperator, .forbidden)]
  | .removeMailbox box => having (t.mailboxes box) fun b => [(c.isOperator, .forbidden), (!b.removed, .removed)]
  | .suspendAll => [(c.isOperator || c.mayDecide, .forbidden)]
  | .liftAll => [(c.isOperator, .forbidden)]
  | .requestCode code purpose _ =>
      Requires.also [(c.scopes.send || c.scopes.admin, .forbidden), ((t.codes code).isNone, .alreadyExists)]
        (purpose.requires t c)
  | .applyUpgrade box target by_ => having (t.mailboxes box) fun b =>
      [(c.scopes.send || c.scopes.admin, .forbidden), (!b.removed, .removed),
       (t.redeems by_ (.upgrade box target), .wrongCode)]
  | .createKey key holder scopes by_ =>
      Requires.also [(c.scopes.admin, .forbidden), ((t.keys key).isNone, .alreadyExists)] <|
      Requires.also (grantable c holder scopes)
        [(c.isOperator || t.redeems by_ (.createKey holder scopes), .needsCode)]
  | .patchKey key scopes by_ => having (t.keys key) fun k =>
      Requires.also [(c.scopes.admin, .forbidden)] <|
      Requires.also (grantable c k.holder scopes)
        [(c.isOperator || t.redeems by_ (.patchKey key scopes), .needsCode)]
  | .revokeKey key by_ => having (t.keys key) fun _ =>
      [(c.scopes.admin, .forbidden), (c.isOperator || t.redeems by_ (.revokeKey key), .needsCode)]
  | .setAddress _ _ => [(c.isOperator, .forbidden)]
  | .operate act by_ => [(c.scopes.admin, .forbidden), (c.isOperator || t.redeems by_ (.operate act), .needsCode)]
  | .confirm act by_ => [(c.isOperator, .forbidden), (t.redeems by_ (.operate act), .needsCode)]
  | .annotate => [(c.scopes.send || c.isOperator, .forbidden)]
  | .tick now => [(c.is .clock, .forbidden), (t.now ≤ now, .timeRunsForward)]

def Tenant.submission (t : Tenant) (call : Call) (box digest sendAt : Nat) (gateTiming : GateTiming) : Option Message :=
  match t.mailboxes box with
  | none => none
  | some b => some (.submitted box call.who digest sendAt gateTiming b.mode b.policy.requiredApprovals)

def Tenant.arrival (t : Tenant) (call : Call) (box digest : Nat) (verdict : SpamVerdict) : Option Message :=
  match t.mailboxes box with
  | none => none
  | some b => some (.received (t.view b) box call.who digest verdict)

/-- A message after an act, in the view of its own mailbox. -/
def Tenant.moved (t : Tenant) (call : Call) (act : MessageAct) (m : Message) : Message :=
  match t.mailboxes m.mailbox with
  | none => m
  | some b => act.effect (t.view b) (t.caller call) m

def Tenant.effect (t : Tenant) (call : Call) : Tenant :=
  match call.act with
  | .submit id box digest sendAt gateTiming =>
      { t with messages := put t.messages id (t.submission call box digest sendAt gateTiming) }
  | .receive id box digest verdict => { t with messages := put t.messages id (t.arrival call box digest verdict) }
  | .message id act => { t with messages := alter t.messages id (t.moved call act) }
  | .look _ => t
  | .createMailbox box mode policy by_ =>
      { t with mailboxes := put t.mailboxes box (some ⟨mode.stricter .gatedSend, policy, false, false⟩), codes := t.spend by_ }
  | .setMode box mode => { t with mailboxes := alter t.mailboxes box fun b => { b with mode } }
  | .setPolicy box policy => { t with mailboxes := alter t.mailboxes box fun b => { b with policy } }
  | .suspend box => { t with mailboxes := alter t.mailboxes box fun b => { b with suspended := true } }
  | .lift box => { t with mailboxes := alter t.mailboxes box fun b => { b with suspended := false } }
  | .removeMailbox box => { t with mailboxes := alter t.mailboxes box fun b => { b with removed := true } }
  | .suspendAll => { t with suspended := true }
  | .liftAll => { t with suspended := false }
  | .requestCode code purpose secret =>
      { t with codes := put t.codes code (some ⟨purpose, secret, t.now + codeLifetime, false⟩) }
  | .applyUpgrade box target by_ =>
      { t with mailboxes := alter t.mailboxes box fun b => { b with mode := target }, codes := t.spend by_ }
  | .createKey key holder scopes by_ =>
      { t with keys := put t.keys key (some ⟨holder, call.who, scopes, true⟩), codes := t.spend by_ }
  | .patchKey key scopes by_ => { t with keys := alter t.keys key fun k => { k with scopes }, codes := t.spend by_ }
  | .revokeKey key by_ => { t with keys := alter t.keys key fun k => { k with live := false }, codes := t.spend by_ }
  | .setAddress person address => { t with people := put t.people person (some ⟨address, call.who⟩) }
  | .operate _ by_ | .confirm _ by_ => { t with codes := t.spend by_ }
  | .annotate => t
  | .tick now => { t with now }

/-- The mailbox that a call is about. -/
def Tenant.concerns (t : Tenant) : Act → Option Mailbox
  | .submit _ box _ _ _ | .receive _ box _ _ | .look (.inbox box) | .createMailbox box _ _ _ | .setMode box _
  | .setPolicy box _ | .suspend box | .lift box | .removeMailbox box | .requestCode _ (.upgrade box _) _
  | .applyUpgrade box _ _ => t.mailboxes box
  | .message id _ => match t.messages id with | none => none | some m => t.mailboxes m.mailbox
  | _ => none

def outcome : Option Refusal → Outcome
  | none => .ok
  | some why => .refused why

def Tenant.note (t : Tenant) (call : Call) (o : Outcome) : Entry := ⟨call, o, t.concerns call.act, t.now⟩

/-- What every call requires and does; a mutant changes one or the other. -/
structure Rules where
  requires : Tenant → Call → Requires
  effect : Tenant → Call → Tenant

def ours : Rules := ⟨Tenant.requires, Tenant.effect⟩

def Tenant.stepBy (rules : Rules) (t : Tenant) (call : Call) : Tenant × Outcome :=
  let why := unmet (rules.requires t call)
  let next := if why.isNone then rules.effect t call else t
  ({ next with log := t.note call (outcome why) :: t.log }, outcome why)

def Tenant.runBy (rules : Rules) (t : Tenant) : List Call → Tenant
  | [] => t
  | c :: cs => (t.stepBy rules c).1.runBy rules cs

def Tenant.step (t : Tenant) (call : Call) : Tenant × Outcome := t.stepBy ours call

def Tenant.run (t : Tenant) (calls : List Call) : Tenant := t.runBy ours calls

/-- The operator whose key a new tenant starts with. -/
def founder : Principal := ⟨.operator, 1⟩

/-- A new tenant: one operator's key, and nothing else yet. -/
def Tenant.new : Tenant :=
  { now := 0, suspended := false, mailboxes := fun _ => none, messages := fun _ => none,
    keys := fun k => if k = 0 then some ⟨founder, founder, ⟨true, false, false, true⟩, true⟩ else none,
    codes := fun _ => none, people := fun _ => none, log := [] }

/-! The world: many tenants. A call reaches the caller's own. -/
abbrev World := Nat → Tenant

def World.new : World := fun _ => Tenant.new

def World.stepBy (rules : Rules) (w : World) (tenant : Nat) (call : Call) : World × Outcome :=
  (fun t => if t = tenant then ((w tenant).stepBy rules call).1 else w t, ((w tenant).stepBy rules call).2)

def World.runBy (rules : Rules) (w : World) : List (Nat × Call) → World
  | [] => w
  | (tenant, call) :: rest => (w.stepBy rules tenant call).1.runBy rules rest

def World.step (w : World) (tenant : Nat) (call : Call) : World × Outcome := w.stepBy ours tenant call

def World.run (w : World) (trace : List (Nat × Call)) : World := w.runBy ours trace

end Countersign
