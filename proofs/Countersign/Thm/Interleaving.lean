import Countersign.Spec.Nodes
import Countersign.Thm.Approvals
import Countersign.Thm.Endings
/-! Many nodes and crashes show outside only what one call at a time shows. First what is claimed; then what a commit writes is what
the kernel makes of the store as it is; then why a message is never on its way twice. -/
namespace Countersign

/-- The calls that were committed, each at the time that its node's clock showed. -/
def trace : List Event → List (Nat × Call)
  | [] => []
  | .committed now call _ :: past => (now, call) :: trace past
  | _ :: past => trace past

/-- What a new tenant has become after these calls, one at a time, the newest first. -/
def became : List (Nat × Call) → Tenant
  | [] => Tenant.new
  | (now, call) :: past => (Tenant.step { became past with now := now } call).1

/-- How often a message was handed over. -/
def handed (id : Nat) : List Event → Nat
  | [] => 0
  | .handed i _ :: past => if i = id then handed id past + 1 else handed id past
  | _ :: past => handed id past

/-- How often the kernel gave its leave. -/
def begun (id : Nat) : List Event → Nat
  | [] => 0
  | .committed _ call .ok :: past => if call.act = .message id .beginDispatch then begun id past + 1 else begun id past
  | _ :: past => begun id past

/-- How often the mail server took it, whether it could say so or not. -/
def taken (id : Nat) : List Event → Nat
  | [] => 0
  | .handed i reply :: past => if i = id ∧ reply.taken = true then taken id past + 1 else taken id past
  | _ :: past => taken id past

/-- It held at every moment. -/
def Always (Q : List Event → Prop) (history : List Event) : Prop := ∀ newer past, history = newer ++ past → Q past

structure Safe (w : Nodes) : Prop where
  /-- The store, ledger included, is what the committed calls make of a new tenant, one at a time. -/
  store : w.store.tenant = became (trace w.history)
  /-- Each of them ended as the kernel says of that moment. -/
  outcomes : Always (fun past => ∀ now call o before, past = .committed now call o :: before →
    o = (Tenant.step { became (trace before) with now := now } call).2) w.history
  /-- For every transmission there was a leave of its own before it. -/
  cleared : ∀ id, Always (fun past => handed id past ≤ begun id past) w.history
  /-- What was answered had been committed. -/
  answers : Always (fun past => ∀ call o before, past = .answered call o :: before → ∃ now, .committed now call o ∈ before) w.history
  /-- No mail server takes a message twice. -/
  once : ∀ id, taken id w.history ≤ 1

/-- Whatever any nodes do in any order, crashing anywhere, what is seen outside is what one call at a time shows. -/
def InterleavingIsSafe (step : NodesStep) : Prop := ∀ actions, Safe (Nodes.new.runBy step actions)

theorem always_cons {Q : List Event → Prop} {e : Event} {h : List Event} (q : Q (e :: h)) (all : Always Q h) : Always Q (e :: h) := by
  intro newer past eq
  cases newer with
  | nil => rw [List.nil_append] at eq; rw [← eq]; exact q
  | cons x newer => rw [List.cons_append] at eq; exact all newer past (List.cons.inj eq).2

theorem always_nil {Q : List Event → Prop} (q : Q []) : Always Q [] := by
  intro newer past eq
  cases newer with
  | nil => rw [List.nil_append] at eq; rw [← eq]; exact q
  | cons x newer => cases eq

/-! What a call goes by: the row of its message and the settings. -/

def Tenant.settings (t : Tenant) := (t.now, t.suspended, t.mailboxes, t.keys, t.codes, t.people)

theorem Tenant.same {a b : Tenant} (s : a.settings = b.settings) (m : a.messages = b.messages) (l : a.log = b.log) : a = b := by
  cases a; cases b
  simp only [Tenant.settings, Prod.mk.injEq] at s m l
  obtain ⟨rfl, rfl, rfl, rfl, rfl, rfl⟩ := s
  subst m l; rfl

def Tenant.but (t : Tenant) (messages : Nat → Option Message) (log : List Entry) : Tenant := { t with messages, log }

section
variable (t : Tenant) (ms : Nat → Option Message) (lg : List Entry) (call : Call)
  (same : ∀ id, call.act.row = some id → ms id = t.messages id)
include same

theorem requires_frame : (t.but ms lg).requires call = t.requires call := by
  obtain ⟨who, key, act⟩ := call
  cases act with
  | submit id box digest sendAt timing =>
    have e : ms id = t.messages id := same id rfl
    simp only [Tenant.but, Tenant.requires, Tenant.caller, Tenant.view, e]
  | receive id box digest verdict =>
    have e : ms id = t.messages id := same id rfl
    simp only [Tenant.but, Tenant.requires, Tenant.caller, e]
  | message id act =>
    have e : ms id = t.messages id := same id rfl
    simp only [Tenant.but, Tenant.requires, Tenant.caller, Tenant.view, e]
  | look sight => cases sight <;> rfl
  | requestCode code purpose secret => cases purpose <;> rfl
  | _ => rfl

theorem outcome_frame : ((t.but ms lg).step call).2 = (t.step call).2 := by
  show outcome (unmet ((t.but ms lg).requires call)) = outcome (unmet (t.requires call))
  rw [requires_frame t ms lg call same]

theorem note_frame (o : Outcome) : (t.but ms lg).note call o = t.note call o := by
  obtain ⟨who, key, act⟩ := call
  cases act with
  | message id act =>
    have e : ms id = t.messages id := same id rfl
    simp only [Tenant.but, Tenant.note, Tenant.concerns, e]
  | look sight => cases sight <;> rfl
  | requestCode code purpose secret => cases purpose <;> rfl
  | _ => rfl

theorem effect_row (id : Nat) (row : call.act.row = some id) : ((t.but ms lg).effect call).messages id = (t.effect call).messages id := by
  have e : ms id = t.messages id := same id row
  obtain ⟨who, key, act⟩ := call
  cases act <;> simp only [Act.row, Option.some.injEq, reduceCtorEq] at row <;> subst row
  · simp only [Tenant.effect, put, if_true]; rfl
  · simp only [Tenant.effect, put, if_true]; rfl
  · simp only [Tenant.but, Tenant.effect, alter, if_true, e]; rfl

theorem settings_frame : ((t.but ms lg).step call).1.settings = (t.step call).1.settings := by
  show (if (unmet ((t.but ms lg).requires call)).isNone then (t.but ms lg).effect call else t.but ms lg).settings =
    (if (unmet (t.requires call)).isNone then t.effect call else t).settings
  rw [requires_frame t ms lg call same]
  split
  · obtain ⟨who, key, act⟩ := call
    cases act <;> rfl
  · rfl

theorem row_frame (id : Nat) (row : call.act.row = some id) :
    ((t.but ms lg).step call).1.messages id = (t.step call).1.messages id := by
  show (if (unmet ((t.but ms lg).requires call)).isNone then (t.but ms lg).effect call else t.but ms lg).messages id =
    (if (unmet (t.requires call)).isNone then t.effect call else t).messages id
  rw [requires_frame t ms lg call same]
  split
  · exact effect_row t ms lg call same id row
  · exact same id row
end

/-- A call writes no other message's row. -/
theorem other_rows (t : Tenant) (call : Call) (id : Nat) (row : call.act.row ≠ some id) : (t.step call).1.messages id = t.messages id := by
  rcases t.step_cases call with ⟨why, e⟩ | ⟨_, e⟩ <;> rw [e]
  obtain ⟨who, key, act⟩ := call
  cases act <;> simp only [Act.row, ne_eq, Option.some.injEq] at row <;> simp only [Tenant.effect, put, alter] <;> grind

/-- A call that settles nothing leaves the settings. -/
theorem settings_stay (t : Tenant) (call : Call) (plain : call.act.settles = false) : (t.step call).1.settings = t.settings := by
  rcases t.step_cases call with ⟨why, e⟩ | ⟨_, e⟩ <;> rw [e]
  · rfl
  · obtain ⟨who, key, act⟩ := call
    cases act <;> first | rfl | cases plain

/-- The store at the time of an attempt. -/
def Store.at_ (s : Store) (now : Nat) : Tenant := { s.tenant with now }

/-- What is written on what was read is what the kernel makes of the store as it is, provided that what the call goes by is as it
was read. -/
theorem rows_step (s : Store) (a : Attempt) (settings : a.seen.settings = (s.at_ a.seen.now).settings)
    (row : ∀ id, a.call.act.row = some id → a.seen.messages id = s.tenant.messages id) :
    s.rows a = ((s.at_ a.seen.now).step a.call).1 ∧ a.outcome = ((s.at_ a.seen.now).step a.call).2 := by
  have e : a.seen = (s.at_ a.seen.now).but a.seen.messages a.seen.log := Tenant.same settings rfl rfl
  have ended : a.outcome = ((s.at_ a.seen.now).step a.call).2 :=
    (congrArg (fun x => (Tenant.step x a.call).2) e).trans (outcome_frame (s.at_ a.seen.now) _ _ _ row)
  refine ⟨Tenant.same ?_ ?_ ?_, ended⟩
  · cases plain : a.call.act.settles with
    | true =>
      have : a.next.settings = ((s.at_ a.seen.now).step a.call).1.settings :=
        (congrArg (fun x => (Tenant.step x a.call).1.settings) e).trans (settings_frame (s.at_ a.seen.now) _ _ _ row)
      rw [← this]; simp only [Store.rows, plain, if_true, Tenant.settings]
    | false =>
      rw [settings_stay _ _ plain]; simp only [Store.rows, plain, Tenant.settings, Store.at_]; rfl
  · funext id
    by_cases mine : a.call.act.row = some id
    · have : a.next.messages id = ((s.at_ a.seen.now).step a.call).1.messages id :=
        (congrArg (fun x => (Tenant.step x a.call).1.messages id) e).trans (row_frame (s.at_ a.seen.now) _ _ _ row id mine)
      rw [← this]; simp [Store.rows, mine, put]
    · rw [other_rows _ _ _ mine]
      cases whose : a.call.act.row with
      | none => simp only [Store.rows, whose]; rfl
      | some other =>
        have ne : id ≠ other := fun eq => mine (by rw [whose, eq])
        simp only [Store.rows, whose, put, ne, if_false]; rfl
  · rw [Tenant.step_log, ← ended]
    have : a.entry = (s.at_ a.seen.now).note a.call a.outcome :=
      (congrArg (fun x => Tenant.note x a.call a.outcome) e).trans (note_frame (s.at_ a.seen.now) _ _ _ row _)
    rw [← this]; rfl

/-! What is true of every attempt under way. -/

structure Sees (s : Store) (a : Attempt) : Prop where
  era : a.era ≤ s.era
  version : a.version ≤ s.versionOf a.call
  settings : a.era = s.era → a.seen.settings = (s.at_ a.seen.now).settings
  row : a.version = s.versionOf a.call → ∀ id, a.call.act.row = some id → a.seen.messages id = s.tenant.messages id

theorem sees_read (s : Store) (now : Nat) (call : Call) : Sees s (s.read now call) :=
  ⟨Nat.le_refl _, Nat.le_refl _, fun _ => rfl, fun _ _ _ => rfl⟩

/-- Somebody else's commit makes an attempt late, or leaves alone what it goes by. -/
theorem sees_write {s : Store} {b : Attempt} (a : Attempt) (h : Sees s b) : Sees (s.write a) b := by
  refine ⟨?_, ?_, fun same => ?_, fun same id row => ?_⟩
  · have := h.era; simp only [Store.write]; split <;> omega
  · have := h.version; revert this
    simp only [Store.versionOf, Store.write, Store.versions]
    split
    · exact id
    · intro this; split <;> omega
  · have late := h.era
    simp only [Store.write] at same
    split at same
    · omega
    · rename_i plain
      rw [h.settings same]
      simp only [Store.at_, Store.write, Store.rows, plain, Tenant.settings]; rfl
  · have late := h.version
    have after : b.version = s.versions a id := by rw [same]; simp only [Store.versionOf, row]; rfl
    have before : s.versionOf b.call = s.version id := by simp only [Store.versionOf, row]
    rw [before] at late
    simp only [Store.versions] at after
    split at after
    · omega
    · rename_i kept
      rw [h.row (by rw [before]; exact after) id row]
      simp only [Store.write, Store.rows]
      cases whose : a.call.act.row with
      | none => rfl
      | some other =>
        simp only [put]
        split
        · rename_i eq; subst eq
          exact (Classical.not_not.1 fun ne => kept ⟨whose, ne⟩).symm
        · rfl

/-! Which messages are on their way. -/

/-- Handed over, or about to be. -/
def Status.gone : Status → Bool
  | .sending | .indeterminate | .sent | .sendFailed => true
  | _ => false

def Gone (t : Tenant) (id : Nat) : Prop := ∃ m, t.messages id = some m ∧ m.status.gone = true

theorem held_not_gone {s : Status} (held : s.held = true) : s.gone = false := by
  cases s <;> simp [Status.held, Status.gone] at *

/-- What has left stays so, but for the mail server's word that it did not take it. -/
theorem gone_step {t : Tenant} {c : Call} {id : Nat} (other : c.act ≠ .message id .deferred) (h : Gone t id) : Gone (t.step c).1 id := by
  obtain ⟨m, hm, gone⟩ := h
  obtain ⟨m', row⟩ := Tenant.messages_stay c hm
  refine ⟨m', row, ?_⟩
  cases Tenant.messages_after row with
  | kept old => rw [hm] at old; cases old; exact gone
  | submitted _ _ fresh => rw [hm] at fresh; cases fresh
  | received _ _ fresh => rw [hm] at fresh; cases fresh
  | @moved act x b ha _ old _ r =>
    rw [hm] at old; cases old
    cases act <;> simp [MessageAct.requires, awaitsDecision, isSpam] at r <;> simp only [MessageAct.effect] <;>
      grind [Status.gone, held_not_gone]

/-- A node that may hand a message over, or that is to say that the mail server did not take it. -/
def Doing.risks (d : Doing) (id : Nat) : Prop := d = .cleared id ∨ d = .telling id .deferred

structure Tokens (w : Nodes) : Prop where
  gone : ∀ n id, (w.node n).doing.risks id → Gone w.store.tenant id
  single : ∀ n k id, (w.node n).doing.risks id → (w.node k).doing.risks id → n = k
  past : ∀ id, 1 ≤ taken id w.history → Gone w.store.tenant id ∧ ∀ n, ¬ (w.node n).doing.risks id
  once : ∀ id, taken id w.history ≤ 1
  leave : ∀ n id, (w.node n).doing = .cleared id → handed id w.history + 1 ≤ begun id w.history
  count : ∀ id, handed id w.history ≤ begun id w.history

/-- No node takes on a risk, and nothing is handed over. -/
theorem Tokens.fewer {w w' : Nodes} (T : Tokens w)
    (risks : ∀ n, (w'.node n).doing = (w.node n).doing ∨ ∀ id, ¬ (w'.node n).doing.risks id)
    (keep : ∀ id, Gone w.store.tenant id → (∃ n, (w'.node n).doing.risks id) ∨ 1 ≤ taken id w.history → Gone w'.store.tenant id)
    (same : ∀ id, taken id w'.history = taken id w.history ∧ handed id w'.history = handed id w.history ∧
      begun id w.history ≤ begun id w'.history) : Tokens w' := by
  have old : ∀ n id, (w'.node n).doing.risks id → (w.node n).doing.risks id := fun n id r => by
    rcases risks n with e | none
    · rw [← e]; exact r
    · exact absurd r (none id)
  refine ⟨fun n id r => keep id (T.gone n id (old n id r)) (.inl ⟨n, r⟩),
    fun n k id r r' => T.single n k id (old n id r) (old k id r'),
    fun id h => ?_, fun id => (same id).1 ▸ T.once id, fun n id h => ?_, fun id => ?_⟩
  · rw [(same id).1] at h
    obtain ⟨gone, none⟩ := T.past id h
    exact ⟨keep id gone (.inr h), fun n r => none n (old n id r)⟩
  · rcases risks n with e | none
    · have := T.leave n id (e ▸ h); have := same id; omega
    · exact absurd (.inl h) (none id)
  · have := T.count id; have := same id; omega

/-- Nothing but what a node does changes. -/
theorem Tokens.turned {w w' : Nodes} (T : Tokens w) (tenant : w'.store.tenant = w.store.tenant) (history : w'.history = w.history)
    (risks : ∀ n, (w'.node n).doing = (w.node n).doing ∨ ∀ id, ¬ (w'.node n).doing.risks id) : Tokens w' :=
  T.fewer risks (fun _ gone _ => tenant ▸ gone) fun id => by rw [history]; exact ⟨rfl, rfl, Nat.le_refl _⟩

theorem Nodes.turn_self (w : Nodes) (n : Nat) (doing : Doing) : ((w.turn n doing).node n).doing = doing := by
  simp [Nodes.turn, Nodes.become]

theorem Nodes.turn_other (w : Nodes) {n k : Nat} (doing : Doing) (ne : k ≠ n) : (w.turn n doing).node k = w.node k := by
  simp [Nodes.turn, Nodes.become, ne]

/-- Node `n` goes on without a risk. -/
theorem turn_risks {w : Nodes} {n : Nat} {doing : Doing} (safe : ∀ id, ¬ doing.risks id) (k : Nat) :
    ((w.turn n doing).node k).doing = (w.node k).doing ∨ ∀ id, ¬ ((w.turn n doing).node k).doing.risks id := by
  by_cases h : k = n
  · subst h; rw [w.turn_self]; exact .inr safe
  · rw [w.turn_other doing h]; exact .inl rfl

/-- What holds of every node: what it asks for, whom it answers, and that its attempt is about what it does. -/
structure Told (w : Nodes) : Prop where
  attempt : ∀ n a, (w.node n).attempt = some a → (w.node n).doing.call = some a.call ∧ Sees w.store a
  asked : ∀ n call, (w.node n).doing = .asked call → call.act.dispatching = false
  answering : ∀ n call o, (w.node n).doing = .answering call o → ∃ now, .committed now call o ∈ w.history

/-- Node `n` turns to something else, and the store's rows stay. -/
theorem Told.turned {w w' : Nodes} (T : Told w) (n : Nat)
    (others : ∀ k, k ≠ n → w'.node k = w.node k) (none : (w'.node n).attempt = none)
    (sees : ∀ a, Sees w.store a → Sees w'.store a) (grows : ∀ e, e ∈ w.history → e ∈ w'.history)
    (asked : ∀ call, (w'.node n).doing = .asked call → call.act.dispatching = false)
    (answering : ∀ call o, (w'.node n).doing = .answering call o → ∃ now, .committed now call o ∈ w'.history) : Told w' := by
  refine ⟨fun k a h => ?_, fun k call h => ?_, fun k call o h => ?_⟩ <;> by_cases e : k = n
  · subst e; rw [none] at h; cases h
  · rw [others k e] at h ⊢
    exact ⟨(T.attempt k a h).1, sees a (T.attempt k a h).2⟩
  · subst e; exact asked call h
  · rw [others k e] at h; exact T.asked k call h
  · subst e; exact answering call o h
  · rw [others k e] at h
    obtain ⟨now, h⟩ := T.answering k call o h
    exact ⟨now, grows _ h⟩

structure Sound (w : Nodes) : Prop where
  told : Told w
  tokens : Tokens w
  safe : Safe w

theorem no_risk_idle (id : Nat) : ¬ Doing.idle.risks id := by rintro (h | h) <;> cases h

/-- A turn that shows nothing outside. -/
theorem Sound.turned {w w' : Nodes} (S : Sound w) (n : Nat) (doing : Doing) (node : w'.node = (w.turn n doing).node)
    (tenant : w'.store.tenant = w.store.tenant) (history : w'.history = w.history)
    (sees : ∀ a, Sees w.store a → Sees w'.store a)
    (risks : doing = (w.node n).doing ∨ ∀ id, ¬ doing.risks id)
    (asked : ∀ call, doing = .asked call → call.act.dispatching = false)
    (answering : ∀ call o, doing = .answering call o → (w.node n).doing = .answering call o) : Sound w' := by
  refine ⟨S.told.turned n (fun k ne => ?_) ?_ sees (fun e h => history ▸ h) (fun call h => ?_) (fun call o h => ?_),
    S.tokens.turned tenant history fun k => ?_,
    ⟨by rw [tenant, history]; exact S.safe.store, history ▸ S.safe.outcomes, fun id => history ▸ S.safe.cleared id,
     history ▸ S.safe.answers, fun id => history ▸ S.safe.once id⟩⟩
  · rw [node, w.turn_other doing ne]
  · rw [node]; simp [Nodes.turn, Nodes.become]
  · rw [node, w.turn_self] at h; exact asked call h
  · rw [node, w.turn_self] at h; rw [history]; exact S.told.answering n call o (answering call o h)
  · rw [node]
    by_cases e : k = n
    · subst e; rw [w.turn_self]; exact risks
    · rw [w.turn_other doing e]; exact .inl rfl

theorem sees_lease {s : Store} {lease : Nat → Option Nat} (a : Attempt) (h : Sees s a) : Sees { s with lease } a :=
  ⟨h.era, h.version, h.settings, h.row⟩

/-- What a commit that fits does to the rows, and what it answers. -/
theorem fits_step {w : Nodes} {n : Nat} {a : Attempt} (T : Told w) (has : (w.node n).attempt = some a) (fits : w.store.fits a = true) :
    (w.store.write a).tenant = ((w.store.at_ a.seen.now).step a.call).1 ∧ a.outcome = ((w.store.at_ a.seen.now).step a.call).2 := by
  simp only [Store.fits, Bool.and_eq_true, decide_eq_true_eq] at fits
  have sees := (T.attempt n a has).2
  exact rows_step w.store a (sees.settings fits.2.symm) (sees.row fits.1.symm)

/-- How often the kernel gave its leave, after one more commit. -/
theorem begun_grows (id now : Nat) (call : Call) (o : Outcome) (past : List Event) :
    begun id past ≤ begun id (.committed now call o :: past) := by
  cases o with
  | ok => simp only [begun]; split <;> omega
  | refused why => exact Nat.le_refl _

/-- Whatever is told next, unless it is the leave to transmit, takes on no risk. -/
theorem after_risks {d : Doing} {o : Outcome} {id : Nat} {call : Call} (asks : d.call = some call) (r : (d.after o).risks id) :
    d = .leased id false ∧ o = .ok := by
  cases d with
  | leased i takenOver =>
    cases takenOver <;> cases o <;> simp_all [Doing.after, Doing.risks]
  | telling i act =>
    cases act <;> cases o <;> simp_all [Doing.after, Doing.risks]
  | asked c => simp_all [Doing.after, Doing.risks]
  | _ => cases asks

/-- Only who tells of a refusal for now makes that call. -/
theorem deferred_by {d : Doing} {call : Call} {id : Nat} (asks : d.call = some call) (act : call.act = .message id .deferred)
    (asked : ∀ c, d = .asked c → c.act.dispatching = false) : d = .telling id .deferred := by
  cases d with
  | leased i takenOver => cases takenOver <;> cases asks <;> cases act
  | telling i a => cases asks; cases act; rfl
  | asked c => cases asks; have := asked _ rfl; rw [act] at this; cases this
  | _ => cases asks

theorem tokens_commit {w : Nodes} {n : Nat} {a : Attempt} (T : Told w) (K : Tokens w) (has : (w.node n).attempt = some a)
    (fits : w.store.fits a = true) : Tokens (w.commit n (w.node n).doing a) := by
  obtain ⟨rows, ended⟩ := fits_step T has fits
  have asks := (T.attempt n a has).1
  simp only [Nodes.commit, fits, if_true]
  by_cases begins : ∃ id, (w.node n).doing = .leased id false ∧ a.outcome = .ok
  · obtain ⟨id, doing, ok⟩ := begins
    rw [doing] at asks
    have act : a.call.act = .message id .beginDispatch := congrArg Call.act (Option.some.inj asks).symm
    have d : Dispatches ours (w.store.at_ a.seen.now) a.call id := ⟨act, ended ▸ ok⟩
    obtain ⟨m, _, hm, _, queued, _, _, _, _, _, row⟩ := dispatch_needs d
    have here : ¬ Gone w.store.tenant id := fun ⟨x, hx, g⟩ => by
      have : x = m := by have := hx.symm.trans hm; simpa using this
      subst this; rw [queued] at g; cases g
    have nobody : ∀ k, ¬ (w.node k).doing.risks id := fun k r => here (K.gone k id r)
    have never : taken id w.history = 0 :=
      Classical.byContradiction fun some_ => here (K.past id (Nat.pos_of_ne_zero some_)).1
    have keep : ∀ i, Gone w.store.tenant i → Gone (w.store.write a).tenant i := fun i g => by
      rw [rows]; exact gone_step (t := w.store.at_ a.seen.now) (by rw [act]; intro h; cases h) g
    have left : Gone (w.store.write a).tenant id := by rw [rows]; exact ⟨_, row, rfl⟩
    have after : (w.node n).doing.after a.outcome = .cleared id := by rw [doing, ok]; rfl
    have counts : begun id (.committed a.seen.now a.call a.outcome :: w.history) = begun id w.history + 1 := by
      simp only [ok, begun, act, if_true]
    have self : ∀ i, ((w.turn n ((w.node n).doing.after a.outcome)).node n).doing.risks i → i = id := fun i r => by
      rw [w.turn_self, after] at r; rcases r with r | r <;> cases r; rfl
    have other : ∀ k i, k ≠ n → ((w.turn n ((w.node n).doing.after a.outcome)).node k).doing.risks i → (w.node k).doing.risks i :=
      fun k i ne r => by rw [w.turn_other _ ne] at r; exact r
    refine ⟨fun k i r => ?_, fun k l i r r' => ?_, fun i h => ?_, K.once, fun k i h => ?_, fun i => ?_⟩
    · by_cases e : k = n
      · subst e; rw [self i r]; exact left
      · exact keep i (K.gone k i (other k i e r))
    · by_cases e : k = n <;> by_cases e' : l = n
      · rw [e, e']
      · subst e; exact absurd (self i r ▸ other l i e' r') (nobody l)
      · subst e'; exact absurd (self i r' ▸ other k i e r) (nobody k)
      · exact K.single k l i (other k i e r) (other l i e' r')
    · have h : 1 ≤ taken i w.history := h
      obtain ⟨gone, none⟩ := K.past i h
      refine ⟨keep i gone, fun k r => ?_⟩
      by_cases e : k = n
      · rw [e] at r; rw [self i r, never] at h; cases h
      · exact none k (other k i e r)
    · show handed i w.history + 1 ≤ begun i (.committed a.seen.now a.call a.outcome :: w.history)
      by_cases e : k = n
      · rw [e] at h; rw [self i (.inl h), counts]
        have := K.count id; omega
      · have := K.leave k i (by rw [← w.turn_other ((w.node n).doing.after a.outcome) e]; exact h)
        have := begun_grows i a.seen.now a.call a.outcome w.history
        omega
    · show handed i w.history ≤ begun i (.committed a.seen.now a.call a.outcome :: w.history)
      have := K.count i
      have := begun_grows i a.seen.now a.call a.outcome w.history
      omega
  · have none : ∀ id, ¬ ((w.node n).doing.after a.outcome).risks id := fun id r => begins ⟨id, after_risks asks r⟩
    refine K.fewer (turn_risks none) (fun id gone still => ?_) fun id => ⟨rfl, rfl, begun_grows _ _ _ _ _⟩
    show Gone (w.store.write a).tenant id
    rw [rows]
    by_cases act : a.call.act = .message id .deferred
    · have mine : (w.node n).doing.risks id := .inr (deferred_by asks act (T.asked n))
      rcases still with ⟨k, r⟩ | h
      · rcases turn_risks (w := w) (n := n) none k with e | no
        · have r' : (w.node k).doing.risks id := e ▸ r
          have r : ((w.turn n ((w.node n).doing.after a.outcome)).node k).doing.risks id := r
          rw [K.single k n id r' mine, w.turn_self] at r
          exact absurd r (none id)
        · exact absurd r (no id)
      · exact absurd mine ((K.past id h).2 n)
    · exact gone_step (t := w.store.at_ a.seen.now) act gone

theorem told_commit {w : Nodes} {n : Nat} {a : Attempt} (T : Told w) (has : (w.node n).attempt = some a) (fits : w.store.fits a = true) :
    Told (w.commit n (w.node n).doing a) := by
  have asks := (T.attempt n a has).1
  simp only [Nodes.commit, fits, if_true]
  refine T.turned n (fun k ne => w.turn_other _ ne) (by simp [Nodes.turn, Nodes.become]) (fun b h => sees_write a h)
    (fun e h => .tail _ h) (fun call h => ?_) (fun call o h => ?_)
  all_goals
    have h : (w.node n).doing.after a.outcome = _ := (w.turn_self n _).symm.trans h
    revert h asks
    cases (w.node n).doing with
    | leased i takenOver => cases takenOver <;> cases a.outcome <;> intro _ h <;> cases h
    | telling i act => cases act <;> cases a.outcome <;> intro _ h <;> cases h
    | asked c => intro asks h; cases h <;> cases asks <;> exact ⟨_, .head _⟩
    | _ => intro asks; cases asks

theorem safe_commit {w : Nodes} {n : Nat} {a : Attempt} (T : Told w) (K : Tokens w) (F : Safe w) (has : (w.node n).attempt = some a)
    (fits : w.store.fits a = true) : Safe (w.commit n (w.node n).doing a) := by
  have K' := tokens_commit T K has fits
  obtain ⟨rows, ended⟩ := fits_step T has fits
  revert K'
  simp only [Nodes.commit, fits, if_true]
  intro K'
  refine ⟨?_, always_cons ?_ F.outcomes, fun id => always_cons (K'.count id) (F.cleared id), always_cons ?_ F.answers, K'.once⟩
  · show (w.store.write a).tenant = became (trace (.committed a.seen.now a.call a.outcome :: w.history))
    rw [rows]; simp only [trace, became, Store.at_, F.store]
  · intro now call o before eq
    cases eq
    rw [ended]; simp only [Store.at_, F.store]
  · intro call o before eq; cases eq

theorem sound_hand {w : Nodes} {n id : Nat} {reply : Reply} (S : Sound w) (doing : (w.node n).doing = .cleared id) :
    Sound ((w.turn n (.telling id reply.act)).see (.handed id reply)) := by
  have K := S.tokens
  have mine : (w.node n).doing.risks id := .inl doing
  have never : taken id w.history = 0 :=
    Classical.byContradiction fun some_ => (K.past id (Nat.pos_of_ne_zero some_)).2 n mine
  have self : ∀ i, ((w.turn n (.telling id reply.act)).node n).doing.risks i → i = id ∧ reply = .deferred := fun i r => by
    rw [w.turn_self] at r
    rcases r with r | r <;> cases reply <;> simp_all [Reply.act]
  have other : ∀ k i, k ≠ n → ((w.turn n (.telling id reply.act)).node k).doing.risks i → (w.node k).doing.risks i :=
    fun k i ne r => by rw [w.turn_other _ ne] at r; exact r
  have old : ∀ k i, ((w.turn n (.telling id reply.act)).node k).doing.risks i → (w.node k).doing.risks i := fun k i r => by
    by_cases e : k = n
    · subst e; rw [(self i r).1]; exact mine
    · exact other k i e r
  have count : ∀ i, handed i (.handed id reply :: w.history) ≤ begun i (.handed id reply :: w.history) := fun i => by
    show (if id = i then handed i w.history + 1 else handed i w.history) ≤ begun i w.history
    split
    · rename_i e; subst e; exact K.leave n id doing
    · exact K.count i
  have once : ∀ i, taken i (.handed id reply :: w.history) ≤ 1 := fun i => by
    simp only [taken]
    split
    · rename_i e; rw [← e.1]; omega
    · exact K.once i
  refine ⟨S.told.turned n (fun k ne => w.turn_other _ ne) (by simp [Nodes.see, Nodes.turn, Nodes.become]) (fun _ h => h)
      (fun e h => .tail _ h) (fun call h => ?_) (fun call o h => ?_),
    ⟨fun k i r => K.gone k i (old k i r), fun k l i r r' => K.single k l i (old k i r) (old l i r'), fun i h => ?_, once,
      fun k i h => ?_, count⟩,
    ⟨?_, always_cons (by intro _ _ _ _ eq; cases eq) S.safe.outcomes, fun i => always_cons (count i) (S.safe.cleared i),
      always_cons (by intro _ _ _ eq; cases eq) S.safe.answers, once⟩⟩
  · have h : ((w.turn n (.telling id reply.act)).node n).doing = _ := h
    rw [w.turn_self] at h; cases h
  · have h : ((w.turn n (.telling id reply.act)).node n).doing = _ := h
    rw [w.turn_self] at h; cases h
  · by_cases e : i = id
    · subst e
      refine ⟨K.gone n i mine, fun k r => ?_⟩
      by_cases e : k = n
      · subst e
        have h : 1 ≤ taken i (.handed i reply :: w.history) := h
        rw [(self i r).2] at h
        simp [taken, Reply.taken, never] at h
      · exact e (K.single k n i (other k i e r) mine)
    · have h : 1 ≤ taken i (.handed id reply :: w.history) := h
      have ne : ¬ id = i := fun x => e x.symm
      simp only [taken, ne, false_and, if_false] at h
      obtain ⟨gone, none⟩ := K.past i h
      exact ⟨gone, fun k r => none k (old k i r)⟩
  · have h : ((w.turn n (.telling id reply.act)).node k).doing = .cleared i := h
    have ne : k ≠ n := fun e => by subst e; rw [w.turn_self] at h; cases h
    rw [w.turn_other _ ne] at h
    show (if id = i then handed i w.history + 1 else handed i w.history) + 1 ≤ begun i w.history
    split
    · rename_i e; subst e; exact absurd (K.single k n id (.inl h) mine) ne
    · exact K.leave k i h
  · exact S.safe.store

theorem sound_answer {w : Nodes} {n : Nat} {call : Call} {o : Outcome} (S : Sound w) (doing : (w.node n).doing = .answering call o) :
    Sound ((w.turn n .idle).see (.answered call o)) := by
  refine ⟨S.told.turned n (fun k ne => w.turn_other _ ne) (by simp [Nodes.see, Nodes.turn, Nodes.become]) (fun _ h => h)
      (fun e h => .tail _ h) (fun call h => ?_) (fun call o h => ?_),
    S.tokens.fewer (turn_risks no_risk_idle) (fun _ gone _ => gone) (fun _ => ⟨rfl, rfl, Nat.le_refl _⟩),
    ⟨S.safe.store, always_cons (by intro _ _ _ _ eq; cases eq) S.safe.outcomes,
      fun id => always_cons (S.tokens.count id) (S.safe.cleared id), always_cons ?_ S.safe.answers, S.safe.once⟩⟩
  · have h : ((w.turn n .idle).node n).doing = _ := h
    rw [w.turn_self] at h; cases h
  · have h : ((w.turn n .idle).node n).doing = _ := h
    rw [w.turn_self] at h; cases h
  · intro call' o' before eq
    cases eq
    exact S.told.answering n call o doing

theorem sound_step (w : Nodes) (n : Nat) (action : Action) (S : Sound w) : Sound (w.step n action) := by
  have plain : ∀ {doing : Doing}, (∀ id, ¬ doing.risks id) → (∀ call, doing = .asked call → call.act.dispatching = false) →
      (∀ call o, doing ≠ .answering call o) → Sound (w.turn n doing) := fun risks asked answering =>
    S.turned n _ rfl rfl rfl (fun _ h => h) (.inr risks) asked fun call o e => absurd e (answering call o)
  cases action with
  | ask call =>
    simp only [Nodes.step]
    split
    · split
      · exact S
      · rename_i free
        exact plain (by rintro id (h | h) <;> cases h) (by rintro _ ⟨⟩; simpa using free) (by intro _ _ h; cases h)
    · exact S
  | take id =>
    simp only [Nodes.step]
    split
    · exact S.turned n (.leased id (w.store.lease id).isSome) rfl rfl rfl (fun a h => sees_lease a h)
        (.inr (by rintro i (h | h) <;> cases h)) (by intro _ h; cases h) (by intro _ _ h; cases h)
    · exact S
  | giveUp =>
    simp only [Nodes.step]
    split
    · exact plain (by rintro id (h | h) <;> cases h) (by intro _ h; cases h) (by intro _ _ h; cases h)
    · exact S
  | read now =>
    simp only [Nodes.step]
    split
    · rename_i call asks
      have doing : ∀ k, ((w.become n ⟨(w.node n).doing, some (w.store.read now call)⟩).node k).doing = (w.node k).doing := fun k => by
        simp only [Nodes.become]; split
        · rename_i e; rw [e]
        · rfl
      refine ⟨⟨fun k a h => ?_, fun k c h => S.told.asked k c (doing k ▸ h), fun k c o h => S.told.answering k c o (doing k ▸ h)⟩,
        S.tokens.turned rfl rfl fun k => .inl (doing k),
        ⟨S.safe.store, S.safe.outcomes, S.safe.cleared, S.safe.answers, S.safe.once⟩⟩
      rw [doing k]
      simp only [Nodes.become] at h
      split at h
      · rename_i e; subst e; cases h; exact ⟨asks, sees_read _ _ _⟩
      · exact S.told.attempt k a h
    · exact S
  | commit =>
    simp only [Nodes.step]
    split
    · rename_i a has
      cases fits : w.store.fits a with
      | true => exact ⟨told_commit S.told has fits, tokens_commit S.told S.tokens has fits, safe_commit S.told S.tokens S.safe has fits⟩
      | false =>
        simp only [Nodes.commit, fits]
        exact S.turned n _ rfl rfl rfl (fun _ h => h) (.inl rfl) (S.told.asked n) (fun _ _ h => h)
    · exact S
  | hand reply =>
    simp only [Nodes.step]
    split
    · rename_i id doing; exact sound_hand S doing
    · exact S
  | answer =>
    simp only [Nodes.step]
    split
    · rename_i call o doing; exact sound_answer S doing
    · exact S
  | giveBack =>
    simp only [Nodes.step]
    split
    · exact S.turned n .idle rfl rfl rfl (fun a h => sees_lease a h) (.inr no_risk_idle) (by intro _ h; cases h)
        (by intro _ _ h; cases h)
    · exact S
  | crash => exact plain no_risk_idle (by intro _ h; cases h) (by intro _ _ h; cases h)

theorem sound_new : Sound Nodes.new := by
  refine ⟨⟨?_, ?_, ?_⟩, ⟨?_, ?_, ?_, fun _ => Nat.zero_le _, ?_, fun _ => Nat.le_refl _⟩,
    ⟨rfl, always_nil ?_, fun _ => always_nil (Nat.le_refl _), always_nil ?_, fun _ => Nat.zero_le _⟩⟩
  · intro _ _ h; cases h
  · intro _ _ h; cases h
  · intro _ _ _ h; cases h
  · intro n id r; exact absurd r (no_risk_idle id)
  · intro n k id r; exact absurd r (no_risk_idle id)
  · intro id h; cases h
  · intro _ _ h; cases h
  · intro _ _ _ _ h; cases h
  · intro _ _ _ h; cases h

theorem sound_run (actions : List (Nat × Action)) : ∀ w, Sound w → Sound (w.runBy Nodes.step actions) := by
  induction actions with
  | nil => exact fun _ S => S
  | cons first rest ih => exact fun w S => ih _ (sound_step w first.1 first.2 S)

theorem interleaving_is_safe : InterleavingIsSafe Nodes.step := fun actions => (sound_run actions _ sound_new).safe

/-! Where the nodes' clocks never go back from one commit to the next, this is a trace of the model, in which the clock is one of
those who call. -/

def InOrder : List (Nat × Call) → Prop
  | [] => True
  | (now, _) :: past => (became past).now ≤ now ∧ InOrder past

def Act.isTick : Act → Bool
  | .tick _ => true
  | _ => false

def withoutTicks : List Entry → List Entry
  | [] => []
  | e :: rest => if e.call.act.isTick then withoutTicks rest else e :: withoutTicks rest

theorem in_order_it_is_a_trace (calls : List (Nat × Call)) (ordered : InOrder calls) :
    ∃ steps : List Call, (Tenant.new.run steps).settings = (became calls).settings ∧
      (Tenant.new.run steps).messages = (became calls).messages ∧
      withoutTicks (Tenant.new.run steps).log = withoutTicks (became calls).log := by
  induction calls with
  | nil => exact ⟨[], rfl, rfl, rfl⟩
  | cons first past ih =>
    obtain ⟨now, call⟩ := first
    obtain ⟨steps, settings, messages, log⟩ := ih ordered.2
    refine ⟨steps ++ [⟨⟨.clock, 0⟩, 0, .tick now⟩, call], ?_⟩
    rw [Tenant.run_append]
    generalize Tenant.new.run steps = t at settings messages log ⊢
    simp only [Tenant.settings, Prod.mk.injEq] at settings
    have forward : t.now ≤ now := settings.1 ▸ ordered.1
    have free : unmet (t.requires ⟨⟨.clock, 0⟩, 0, .tick now⟩) = none := by simp [Tenant.requires, Caller.is, Tenant.caller, forward]
    have ticked : (t.step ⟨⟨.clock, 0⟩, 0, .tick now⟩).1 =
        { t with now := now, log := t.note ⟨⟨.clock, 0⟩, 0, .tick now⟩ .ok :: t.log } := by
      rcases t.step_cases ⟨⟨.clock, 0⟩, 0, .tick now⟩ with ⟨why, e⟩ | ⟨_, e⟩
      · have : (t.step ⟨⟨.clock, 0⟩, 0, .tick now⟩).2 = outcome (unmet (t.requires ⟨⟨.clock, 0⟩, 0, .tick now⟩)) := rfl
        rw [free, e] at this; cases this
      · rw [e]; rfl
    have same : { t with now := now, log := t.note ⟨⟨.clock, 0⟩, 0, .tick now⟩ .ok :: t.log } =
        Tenant.but { became past with now := now } (became past).messages (t.note ⟨⟨.clock, 0⟩, 0, .tick now⟩ .ok :: t.log) := by
      refine Tenant.same ?_ messages rfl
      simp only [Tenant.but, Tenant.settings, settings.2]
    show (Tenant.step (t.step ⟨⟨.clock, 0⟩, 0, .tick now⟩).1 call).1.settings = _ ∧
      (Tenant.step (t.step ⟨⟨.clock, 0⟩, 0, .tick now⟩).1 call).1.messages = _ ∧
      withoutTicks (Tenant.step (t.step ⟨⟨.clock, 0⟩, 0, .tick now⟩).1 call).1.log = _
    rw [ticked, same]
    refine ⟨settings_frame _ _ _ _ fun _ _ => rfl, funext fun id => ?_, ?_⟩
    · by_cases mine : call.act.row = some id
      · exact row_frame { became past with now := now } _ _ _ (fun _ _ => rfl) id mine
      · rw [other_rows _ _ _ mine]; exact (other_rows { became past with now := now } _ _ mine).symm
    · show _ = withoutTicks (Tenant.step { became past with now := now } call).1.log
      rw [Tenant.step_log, Tenant.step_log, outcome_frame { became past with now := now } _ _ _ fun _ _ => rfl,
        note_frame { became past with now := now } _ _ _ fun _ _ => rfl]
      simp only [withoutTicks, Tenant.but, Tenant.note, Act.isTick, if_true, log]

/-! What follows for the world of nodes, by the laws of one call at a time. -/

theorem honest_became (calls : List (Nat × Call)) : AllHonest (became calls) := by
  induction calls with
  | nil => intro id m h; cases h
  | cons first rest ih => exact honest_step _ _ ih

/-- A leave that was given stands in the history. -/
theorem begun_at {id : Nat} {history : List Event} (some_ : 1 ≤ begun id history) :
    ∃ newer now call past, history = newer ++ .committed now call .ok :: past ∧ call.act = .message id .beginDispatch := by
  induction history with
  | nil => cases some_
  | cons e rest ih =>
    have further (h : 1 ≤ begun id rest) : ∃ newer now call past, e :: rest = newer ++ .committed now call .ok :: past ∧
        call.act = .message id .beginDispatch := by
      obtain ⟨newer, now, call, past, eq, act⟩ := ih h
      exact ⟨e :: newer, now, call, past, by rw [eq]; rfl, act⟩
    cases e with
    | committed now call o =>
      cases o with
      | ok =>
        by_cases act : call.act = .message id .beginDispatch
        · exact ⟨[], now, call, rest, rfl, act⟩
        · simp only [begun, act, if_false] at some_; exact further some_
      | refused why => exact further some_
    | handed i reply => exact further some_
    | answered call o => exact further some_

/-- Whatever reached the mail server, from whichever node, had been let go before by the kernel; and if its mailbox was gated then,
or when it was handed in, as many different people as required had approved exactly these bytes before that, none of them its
composer. -/
theorem nodes_deliver_only_what_was_approved (actions : List (Nat × Action)) {id : Nat} {reply : Reply} {newer past : List Event}
    (seen : (Nodes.new.runBy Nodes.step actions).history = newer ++ .handed id reply :: past) :
    ∃ between now call before, past = between ++ .committed now call .ok :: before ∧
      let t : Tenant := { became (trace before) with now := now }
      Dispatches ours t call id ∧ ∃ m b, t.messages id = some m ∧ t.mailboxes m.mailbox = some b ∧
        (b.mode.gated ∨ m.modeAtSubmission.gated → ApprovedByEnough t id m b) := by
  have safe := interleaving_is_safe actions
  have leave : 1 ≤ begun id past := by
    have := safe.cleared id newer _ seen
    simp only [handed, begun, if_true] at this
    omega
  obtain ⟨between, now, call, before, eq, act⟩ := begun_at leave
  refine ⟨between, now, call, before, eq, ?_⟩
  have ended := safe.outcomes (newer ++ .handed id reply :: between) _
    (by rw [seen, eq]; simp only [List.append_assoc, List.cons_append]) now call .ok before rfl
  have d : Dispatches ours { became (trace before) with now := now } call id := ⟨act, ended.symm⟩
  exact ⟨d, approved_before (t := { became (trace before) with now := now }) (fun i m h => honest_became _ i m h) d⟩

theorem handedOver_became (id : Nat) (later before : List (Nat × Call))
    (over : ∃ m, (became before).messages id = some m ∧ m.status.handedOver = true) :
    ∃ m, (became (later ++ before)).messages id = some m ∧ m.status.handedOver = true := by
  induction later with
  | nil => exact over
  | cons first rest ih => exact handedOver_step (t := { became (rest ++ before) with now := first.1 }) first.2 ih

theorem trace_append (newer past : List Event) : trace (newer ++ past) = trace newer ++ trace past := by
  induction newer with
  | nil => rfl
  | cons e rest ih => cases e <;> simp only [List.cons_append, trace, ih]

/-- What is recorded as sent, failed or of unknown outcome is never let go again by any node. -/
theorem nodes_never_begin_again (actions : List (Nat × Action)) {id : Nat} {newer past : List Event}
    (seen : (Nodes.new.runBy Nodes.step actions).history = newer ++ past)
    (over : ∃ m, (became (trace past)).messages id = some m ∧ m.status.handedOver = true) : begun id (newer ++ past) = begun id past := by
  have safe := interleaving_is_safe actions
  suffices ∀ newest newer, (Nodes.new.runBy Nodes.step actions).history = newest ++ (newer ++ past) →
      begun id (newer ++ past) = begun id past from this [] newer seen
  intro newest newer
  induction newer generalizing newest with
  | nil => exact fun _ => rfl
  | cons e rest ih =>
    intro all
    have before := ih (newest ++ [e]) (by rw [all]; simp only [List.cons_append, List.append_assoc, List.nil_append])
    cases e with
    | committed now call o =>
      cases o with
      | refused why => exact before
      | ok =>
        by_cases act : call.act = .message id .beginDispatch
        · have ended := safe.outcomes newest _ all now call .ok (rest ++ past) rfl
          obtain ⟨m, _, hm, _, queued, _⟩ := dispatch_needs (t := { became (trace (rest ++ past)) with now := now }) (c := call) (id := id)
            ⟨act, ended.symm⟩
          obtain ⟨m', hm', over'⟩ := handedOver_became id (trace rest) (trace past) over
          rw [← trace_append] at hm'
          have : m' = m := by have := hm'.symm.trans hm; simpa using this
          subst this; rw [queued] at over'; cases over'
        · simp only [List.cons_append, begun, act, if_false]; exact before
    | handed i reply => exact before
    | answered call o => exact before

end Countersign
