import Countersign.Thm.Approvals
/-! One decision counts once; and only people decide, never the clock. -/
namespace Countersign

/-- Both approve, or both reject. -/
def MessageAct.sameDecision : MessageAct → MessageAct → Prop
  | .approve _, .approve _ => True
  | .reject, .reject => True
  | _, _ => False

/-- An accepted decision touches no other message and hands nothing to the mail server by itself. Made again by the same one, at
any later time, with any key and about any digest, it is refused and changes no message. -/
def ApprovalIsSingleUse (rules : Rules) : Prop :=
  ∀ t call id act, Reachable rules t → call.act = .message id act → act.sameDecision act → (t.stepBy rules call).2 = .ok →
    (∀ other, other ≠ id → (t.stepBy rules call).1.messages other = t.messages other) ∧
    (∀ m', (t.stepBy rules call).1.messages id = some m' → m'.status ≠ .sending) ∧
    (∀ later again act', again.act = .message id act' → act.sameDecision act' → again.who.id = call.who.id →
      let t' := (t.stepBy rules call).1.runBy rules later
      (t'.stepBy rules again).2 ≠ .ok ∧ (t'.stepBy rules again).1.messages = t'.messages)

/-- The statuses of inbound mail. -/
def Status.ofInbound : Status → Bool
  | .pendingInboundApproval | .unread | .read | .spamFlagged | .spamQuarantined | .rejected | .cancelled => true
  | _ => false

def InboundInPlace (t : Tenant) : Prop := ∀ id m, t.messages id = some m → m.direction = .inbound → m.status.ofInbound = true

theorem inbound_step (t : Tenant) (c : Call) (p : InboundInPlace t) : InboundInPlace (t.step c).1 := by
  intro id m' row inbound
  cases Tenant.messages_after row with
  | kept old => exact p id m' old inbound
  | submitted => simp [Message.submitted] at inbound
  | @received _ _ verdict => cases verdict <;> simp only [Message.received, inbox] <;> grind [Status.ofInbound]
  | @moved act m b _ _ hm _ r =>
    rw [(effect_origin _ _ _ _).direction] at inbound
    have old := p id m hm inbound
    cases act <;> simp [MessageAct.requires] at r <;> simp only [MessageAct.effect, inbox] <;> grind [Status.ofInbound]

theorem Reachable.inbound {t : Tenant} (reached : Reachable ours t) : InboundInPlace t :=
  reached.keeps (by intro id m h; cases h) inbound_step

/-- A person has approved message `id`: that stands on it as an approval, or as its release. -/
def HasApproved (t : Tenant) (id person : Nat) : Prop :=
  ∃ m, t.messages id = some m ∧
    ((m.direction = .outbound ∧ person ∈ m.approvals.map fun a => a.who.id) ∨
     (m.direction = .inbound ∧ m.released = true ∧ m.status ≠ .pendingInboundApproval))

theorem hasApproved_step {t : Tenant} (reached : Reachable ours t) (c : Call) {id person : Nat} (h : HasApproved t id person) :
    HasApproved (t.step c).1 id person := by
  obtain ⟨m, hm, state⟩ := h
  obtain ⟨m', row⟩ := Tenant.messages_stay c hm
  refine ⟨m', row, ?_⟩
  cases Tenant.messages_after row with
  | kept old => rw [hm] at old; cases old; exact state
  | submitted _ _ fresh => rw [hm] at fresh; cases fresh
  | received _ _ fresh => rw [hm] at fresh; cases fresh
  | @moved act x b _ _ old _ r =>
    rw [hm] at old; cases old
    rw [(effect_origin _ _ _ _).direction]
    rcases state with ⟨out, has⟩ | ⟨inb, released, notPending⟩
    · refine .inl ⟨out, ?_⟩
      rcases effect_approvals (t.view b) (t.caller c) m act with ⟨same, _⟩ | ⟨_, _, new, _⟩ | ⟨_, _, rfl, _, _⟩
      · rw [same]; exact has
      · rw [new]; exact .tail _ has
      · simp [MessageAct.requires, (reached.honest id m hm).count] at r
        simp [r.2.2.1] at has
    · refine .inr ⟨inb, ?_⟩
      have place := reached.inbound id m hm inb
      cases act <;> simp [MessageAct.requires] at r <;> simp only [MessageAct.effect, inbox, hidden] <;> grind [Status.ofInbound]

theorem approval_stands {t : Tenant} (reached : Reachable ours t) (calls : List Call) {id person : Nat} (h : HasApproved t id person) :
    HasApproved (t.run calls) id person :=
  (Tenant.run_keeps (P := fun t => Reachable ours t ∧ HasApproved t id person)
    (fun _ c ⟨r, h⟩ => ⟨r.step c, hasApproved_step r c h⟩) calls t ⟨reached, h⟩).2

theorem rejection_stands {t : Tenant} (calls : List Call) {id : Nat} (h : ∃ m, t.messages id = some m ∧ m.status = .rejected) :
    ∃ m, (t.run calls).messages id = some m ∧ m.status = .rejected := by
  refine Tenant.run_keeps (P := fun t => ∃ m, t.messages id = some m ∧ m.status = .rejected) (fun t c ⟨m, hm, rejected⟩ => ?_) calls t h
  obtain ⟨m', row⟩ := Tenant.messages_stay c hm
  refine ⟨m', row, ?_⟩
  cases Tenant.messages_after row with
  | kept old => rw [hm] at old; cases old; exact rejected
  | submitted _ _ fresh => rw [hm] at fresh; cases fresh
  | received _ _ fresh => rw [hm] at fresh; cases fresh
  | @moved act x b _ _ old _ r =>
    rw [hm] at old; cases old
    cases act <;> simp [MessageAct.requires, rejected, Status.held, awaitsDecision, isSpam] at r <;>
      simp [MessageAct.effect, rejected]

theorem approve_ok {t : Tenant} {c : Call} {id digest : Nat} (reached : Reachable ours t)
    (act : c.act = .message id (.approve digest)) (ok : (t.step c).2 = .ok) :
    ¬ HasApproved t id c.who.id ∧ HasApproved (t.step c).1 id c.who.id := by
  have r := Tenant.ok_requires ok
  simp [Tenant.requires, act, MessageAct.requires] at r
  obtain ⟨m, hm, b, hb, _, _, fresh, awaits, _⟩ := r
  constructor
  · rintro ⟨x, hx, h⟩
    rw [hm] at hx; cases hx
    rcases h with ⟨_, has⟩ | ⟨inb, released, notPending⟩
    · rw [← hasApproved_iff, fresh] at has; cases has
    · have place := reached.inbound id m hm inb
      simp [awaitsDecision, hidden, released, notPending] at awaits
      rw [awaits] at place; cases place
  · rw [Tenant.ok_step ok]
    refine ⟨(MessageAct.approve digest).effect (t.view b) (t.caller c) m, ?_, ?_⟩
    · simp [Tenant.effect, act, alter, hm, Tenant.moved, hb]
    · rw [(effect_origin _ _ _ _).direction]
      cases d : m.direction with
      | inbound => exact .inr ⟨rfl, by simp [MessageAct.effect, d], by simp [MessageAct.effect, d]⟩
      | outbound =>
        refine .inl ⟨rfl, ?_⟩
        have new : ((MessageAct.approve digest).effect (t.view b) (t.caller c) m).approvals = ⟨c.who, digest⟩ :: m.approvals := by
          simp only [MessageAct.effect, route, d]; grind [Tenant.caller_who]
        rw [new]; exact .head _

theorem approval_is_single_use : ApprovalIsSingleUse ours := by
  intro t call id act reached hact decision ok
  have ok : (t.step call).2 = .ok := ok
  refine ⟨fun other ne => ?_, fun m' row => ?_, fun later again act' hact' same who => ?_⟩
  · rw [stepBy_ours, Tenant.ok_step ok]; simp [Tenant.effect, hact, alter, ne]
  · cases Tenant.messages_after row with
    | kept old =>
      have r := Tenant.ok_requires ok
      rw [stepBy_ours, Tenant.ok_step ok] at row
      cases act <;> simp [MessageAct.sameDecision] at decision <;>
        simp [Tenant.requires, hact, MessageAct.requires] at r <;>
        simp [Tenant.effect, hact, alter, Tenant.moved, MessageAct.effect] at row <;> grind [awaitsDecision]
    | submitted ha => rw [hact] at ha; cases ha
    | received ha => rw [hact] at ha; cases ha
    | @moved a m b ha _ hm _ r =>
      rw [hact] at ha; cases ha
      cases act <;> simp [MessageAct.sameDecision] at decision <;> simp [MessageAct.requires] at r <;>
        simp only [MessageAct.effect, route] <;> grind [awaitsDecision]
  · suffices no : ((((t.step call).1.run later).step again).2 ≠ .ok) by
      refine ⟨no, ?_⟩
      show (((t.step call).1.run later).step again).1.messages = _
      rw [Tenant.refused_step no]; rfl
    intro ok'
    cases act <;> simp [MessageAct.sameDecision] at decision
    · cases act' <;> simp [MessageAct.sameDecision] at same
      have first := (approve_ok reached hact ok).2
      have stands := approval_stands (reached.step call) later first
      exact (approve_ok ((reached.step call).run later) hact' ok').1 (who ▸ stands)
    · cases act' <;> simp [MessageAct.sameDecision] at same
      have r := Tenant.ok_requires ok
      simp [Tenant.requires, hact, MessageAct.requires] at r
      obtain ⟨m, hm, b, hb, _⟩ := r
      have rejected : ∃ m, (t.step call).1.messages id = some m ∧ m.status = .rejected := by
        rw [Tenant.ok_step ok]
        exact ⟨{ m with status := .rejected }, by simp [Tenant.effect, hact, alter, hm, Tenant.moved, hb, MessageAct.effect], rfl⟩
      obtain ⟨x, hx, is⟩ := rejection_stands later rejected
      have r := Tenant.ok_requires ok'
      simp [Tenant.requires, hact', MessageAct.requires, hx, awaitsDecision, is] at r

/-- What no call by the clock undoes: no approval more, no release, and of what waits only the ways out that let nothing through. -/
structure Message.NoFurther (m m' : Message) : Prop where
  approvals : ∀ a ∈ m'.approvals, a ∈ m.approvals
  released : m'.released = true → m.released = true
  waiting : m.status = .pendingSendApproval → m'.status = .pendingSendApproval ∨ m'.status = .expired ∨ m'.status = .cancelled
  withheld : m.status = .pendingInboundApproval → m'.status = .pendingInboundApproval ∨ m'.status = .cancelled
  ended : m.status = .expired ∨ m.status = .cancelled → m'.status = m.status
  sending : m'.status = .sending → m.status = .sending

theorem Message.NoFurther.refl (m : Message) : m.NoFurther m := ⟨fun _ h => h, id, .inl, .inl, fun _ => rfl, id⟩

theorem Message.NoFurther.trans {a b c : Message} (ab : a.NoFurther b) (bc : b.NoFurther c) : a.NoFurther c := by
  refine ⟨fun x h => ab.approvals x (bc.approvals x h), fun h => ab.released (bc.released h), fun h => ?_, fun h => ?_, fun h => ?_,
    fun h => ab.sending (bc.sending h)⟩
  · rcases ab.waiting h with w | w
    · exact bc.waiting w
    · rw [bc.ended w]; exact .inr w
  · rcases ab.withheld h with w | w
    · exact bc.withheld w
    · rw [bc.ended (.inr w)]; exact .inr w
  · have first := ab.ended h
    rw [← first] at h
    exact (bc.ended h).trans first

theorem clock_step {t : Tenant} {c : Call} (clock : c.who.role = .clock) {id : Nat} {m m' : Message} (hm : t.messages id = some m)
    (row : (t.step c).1.messages id = some m') : m.NoFurther m' := by
  cases Tenant.messages_after row with
  | kept old => rw [hm] at old; cases old; exact .refl m
  | submitted _ _ fresh => rw [hm] at fresh; cases fresh
  | received _ _ fresh => rw [hm] at fresh; cases fresh
  | @moved act x b _ _ old _ r =>
    rw [hm] at old; cases old
    cases act <;> simp [MessageAct.requires, Caller.mayDecide, Caller.is, clock, isSpam] at r <;>
      constructor <;> simp only [MessageAct.effect, route, inbox] <;> grind [Status.held]

/-- Whatever the clock does, however often, and whatever else it calls: no approval comes to a message and none is released; one
that waits for its approvals goes on waiting, expires, or is withdrawn; one that waits for its release goes on waiting or is
withdrawn; and nothing is handed to the mail server. -/
def SilenceNeverApproves (rules : Rules) : Prop :=
  ∀ (t : Tenant) (calls : List Call), (∀ call ∈ calls, call.who.role = .clock) → ∀ id m, t.messages id = some m →
    ∃ m', (t.runBy rules calls).messages id = some m' ∧
      (∀ a ∈ m'.approvals, a ∈ m.approvals) ∧ (m'.released = true → m.released = true) ∧
      (m.status = .pendingSendApproval → m'.status = .pendingSendApproval ∨ m'.status = .expired ∨ m'.status = .cancelled) ∧
      (m.status = .pendingInboundApproval → m'.status = .pendingInboundApproval ∨ m'.status = .cancelled) ∧
      (m'.status = .sending → m.status = .sending)

theorem silence_never_approves : SilenceNeverApproves ours := by
  intro t calls
  suffices all : (∀ call ∈ calls, call.who.role = .clock) → ∀ id m, t.messages id = some m →
      ∃ m', (t.run calls).messages id = some m' ∧ m.NoFurther m' by
    intro clock id m hm
    obtain ⟨m', row, f⟩ := all clock id m hm
    exact ⟨m', row, f.approvals, f.released, f.waiting, f.withheld, f.sending⟩
  induction calls generalizing t with
  | nil => exact fun _ _ m hm => ⟨m, hm, .refl m⟩
  | cons call calls ih =>
    intro clock id m hm
    obtain ⟨x, hx⟩ := Tenant.messages_stay call hm
    obtain ⟨m', row, f⟩ := ih (t.step call).1 (fun c hc => clock c (.tail _ hc)) id x hx
    exact ⟨m', row, (clock_step (clock call (.head _)) hm hx).trans f⟩

end Countersign
