import Countersign.Thm.Moves
/-! Where a message stops moving. -/
namespace Countersign

theorem held_goes_on {s : Status} (held : s.held = true) : s.terminal = false := by
  cases s <;> simp [Status.held, Status.terminal] at *

/-- Rejected, cancelled, blocked and expired messages, and those whose delivery failed, stay exactly as they are and are never
dispatched, whatever is called. -/
def TerminalIsTerminal (rules : Rules) : Prop :=
  ∀ t id m, Reachable rules t → t.messages id = some m → m.status.terminal = true → ∀ later,
    (t.runBy rules later).messages id = some m ∧ ∀ call, ¬ Dispatches rules (t.runBy rules later) call id

theorem terminal_step {t : Tenant} (c : Call) {id : Nat} {m : Message} (hm : t.messages id = some m) (ended : m.status.terminal = true) :
    (t.step c).1.messages id = some m := by
  obtain ⟨m', row⟩ := Tenant.messages_stay c hm
  suffices m' = m by rw [← this]; exact row
  cases Tenant.messages_after row with
  | kept old => rw [hm] at old; cases old; rfl
  | submitted _ _ fresh => rw [hm] at fresh; cases fresh
  | received _ _ fresh => rw [hm] at fresh; cases fresh
  | @moved act x b _ _ old _ r =>
    rw [hm] at old; cases old
    cases act <;> simp [MessageAct.requires, awaitsDecision, isSpam] at r <;> simp only [MessageAct.effect] <;>
      grind [Status.terminal, held_goes_on]

theorem terminal_is_terminal : TerminalIsTerminal ours := by
  intro t id m _ hm ended later
  have stays : (t.run later).messages id = some m :=
    Tenant.run_keeps (P := fun t => t.messages id = some m) (fun _ c hm => terminal_step c hm ended) later t hm
  refine ⟨stays, fun call d => ?_⟩
  obtain ⟨x, _, hx, _, queued, _⟩ := dispatch_needs d
  rw [runBy_ours, stays] at hx; cases hx
  rw [queued] at ended; cases ended

/-- The mail server has said yes or no; or nobody knows, and it has been handed over. -/
def Status.handedOver : Status → Bool
  | .indeterminate | .sent | .sendFailed => true
  | _ => false

theorem held_not_handedOver {s : Status} (held : s.held = true) : s.handedOver = false := by
  cases s <;> simp [Status.held, Status.handedOver] at *

theorem handedOver_step {t : Tenant} (c : Call) {id : Nat} (h : ∃ m, t.messages id = some m ∧ m.status.handedOver = true) :
    ∃ m, (t.step c).1.messages id = some m ∧ m.status.handedOver = true := by
  obtain ⟨m, hm, over⟩ := h
  obtain ⟨m', row⟩ := Tenant.messages_stay c hm
  refine ⟨m', row, ?_⟩
  cases Tenant.messages_after row with
  | kept old => rw [hm] at old; cases old; exact over
  | submitted _ _ fresh => rw [hm] at fresh; cases fresh
  | received _ _ fresh => rw [hm] at fresh; cases fresh
  | @moved act x b _ _ old _ r =>
    rw [hm] at old; cases old
    cases act <;> simp [MessageAct.requires, awaitsDecision, isSpam] at r <;> simp only [MessageAct.effect] <;>
      grind [Status.handedOver, held_not_handedOver]

theorem handedOver_stays {t : Tenant} (later : List Call) {id : Nat} {m : Message} (hm : t.messages id = some m)
    (over : m.status.handedOver = true) : ∃ m', (t.run later).messages id = some m' ∧ m'.status.handedOver = true :=
  Tenant.run_keeps (P := fun t => ∃ m, t.messages id = some m ∧ m.status.handedOver = true) (fun _ c h => handedOver_step c h)
    later t ⟨m, hm, over⟩

theorem handedOver_never_dispatched {t : Tenant} (later : List Call) {id : Nat} {m : Message} (hm : t.messages id = some m)
    (over : m.status.handedOver = true) (call : Call) : ¬ Dispatches ours (t.run later) call id := by
  intro d
  obtain ⟨m', row, over'⟩ := handedOver_stays later hm over
  obtain ⟨x, _, hx, _, queued, _⟩ := dispatch_needs d
  rw [row] at hx; cases hx
  rw [queued] at over'; cases over'

/-- A message that the mail server accepted is never dispatched again, whatever is called. -/
def SentIsFinal (rules : Rules) : Prop :=
  ∀ t id m, Reachable rules t → t.messages id = some m → m.status = .sent →
    ∀ later call, ¬ Dispatches rules (t.runBy rules later) call id

theorem sent_is_final : SentIsFinal ours :=
  fun _ _ _ _ hm sent later call => handedOver_never_dispatched later hm (by rw [sent]; rfl) call

/-- Nobody but the mail server says how a dispatch ended: the dispatcher by itself can only say that it does not know. A message of
which nobody knows stays so until a person settles it or the mail server reports; then it is sent or failed; and it is never
dispatched again. -/
def UnknownOutcomeIsNotRetriedBlindly (rules : Rules) : Prop :=
  ∀ t id m, Reachable rules t → t.messages id = some m →
    (∀ call m', m.status = .sending → call.who.role ≠ .mailServer → (t.stepBy rules call).1.messages id = some m' →
      m'.status = .sending ∨ m'.status = .indeterminate) ∧
    (m.status = .indeterminate →
      (∀ call m', (t.stepBy rules call).1.messages id = some m' → m'.status ≠ .indeterminate →
        (m'.status = .sent ∨ m'.status = .sendFailed) ∧
        ∃ delivered, (call.who.role = .person ∧ call.act = .message id (.settle delivered)) ∨
          (call.who.role = .mailServer ∧ call.act = .message id (.report delivered))) ∧
      (∀ later call, ¬ Dispatches rules (t.runBy rules later) call id))

theorem unknown_outcome_is_not_retried_blindly : UnknownOutcomeIsNotRetriedBlindly ours := by
  intro t id m _ hm
  refine ⟨fun call m' sending notServer row => ?_, fun unknown => ⟨fun call m' row settled => ?_, fun later call => ?_⟩⟩
  · cases Tenant.messages_after row with
    | kept old => rw [hm] at old; cases old; exact .inl sending
    | submitted _ _ fresh => rw [hm] at fresh; cases fresh
    | received _ _ fresh => rw [hm] at fresh; cases fresh
    | @moved act x b _ _ old _ r =>
      rw [hm] at old; cases old
      cases act <;> simp [MessageAct.requires, awaitsDecision, isSpam, Caller.is, sending, Status.held, notServer] at r <;>
        simp [MessageAct.effect, sending]
  · cases Tenant.messages_after row with
    | kept old => rw [hm] at old; cases old; exact absurd unknown settled
    | submitted _ _ fresh => rw [hm] at fresh; cases fresh
    | received _ _ fresh => rw [hm] at fresh; cases fresh
    | @moved act x b ha _ old _ r =>
      rw [hm] at old; cases old
      revert settled
      cases act <;>
        simp [MessageAct.requires, awaitsDecision, isSpam, Caller.is, Caller.mayDecide, unknown, Status.held] at r <;>
        simp [MessageAct.effect, unknown, ha] <;> grind
  · exact handedOver_never_dispatched later hm (by rw [unknown]; rfl) call

end Countersign
