import Countersign.Thm.Trace
/-! What one call can do to each table of a tenant: the only place where the big `effect` is unfolded. -/
namespace Countersign

/-- A call was refused and changed nothing, or it met all requirements and had its effect; either way it was noted. -/
theorem Tenant.step_cases (t : Tenant) (c : Call) :
    (∃ why, t.step c = ({ t with log := t.note c (.refused why) :: t.log }, .refused why)) ∨
    (unmet (t.requires c) = none ∧ t.step c = ({ t.effect c with log := t.note c .ok :: t.log }, .ok)) := by
  unfold Tenant.step Tenant.stepBy ours
  cases e : unmet (t.requires c) with
  | none => exact .inr ⟨rfl, by simp [outcome]⟩
  | some why => exact .inl ⟨why, by simp [outcome]⟩

@[simp] theorem unmet_having {α : Type} (row : Option α) (need : α → Requires) :
    unmet (having row need) = none ↔ ∃ x, row = some x ∧ unmet (need x) = none := by
  cases row <;> simp [having, unmet]

theorem Tenant.step_log (t : Tenant) (c : Call) : (t.step c).1.log = t.note c (t.step c).2 :: t.log := by
  rcases t.step_cases c with ⟨why, e⟩ | ⟨_, e⟩ <;> rw [e]

theorem Tenant.ok_requires {t : Tenant} {c : Call} (ok : (t.step c).2 = .ok) : unmet (t.requires c) = none := by
  rcases t.step_cases c with ⟨why, e⟩ | ⟨r, _⟩
  · rw [e] at ok; cases ok
  · exact r

theorem Tenant.ok_step {t : Tenant} {c : Call} (ok : (t.step c).2 = .ok) :
    (t.step c).1 = { t.effect c with log := t.note c .ok :: t.log } := by
  rcases t.step_cases c with ⟨why, e⟩ | ⟨_, e⟩
  · rw [e] at ok; cases ok
  · rw [e]

/-- A refused call leaves everything but the ledger as it was. -/
theorem Tenant.refused_step {t : Tenant} {c : Call} (refused : (t.step c).2 ≠ .ok) :
    (t.step c).1 = { t with log := t.note c (t.step c).2 :: t.log } := by
  rcases t.step_cases c with ⟨why, e⟩ | ⟨_, e⟩
  · rw [e]
  · rw [e] at refused; exact absurd rfl refused

/-- How the row of a message after a call came about. -/
inductive Fate (t : Tenant) (c : Call) (id : Nat) : Message → Prop
  | kept {m} : t.messages id = some m → Fate t c id m
  | submitted {box digest sendAt timing b} : c.act = .submit id box digest sendAt timing → (t.step c).2 = .ok →
      t.messages id = none → t.mailboxes box = some b →
      Fate t c id (.submitted box c.who digest sendAt timing b.mode b.policy.requiredApprovals)
  | received {box digest verdict b} : c.act = .receive id box digest verdict → (t.step c).2 = .ok →
      t.messages id = none → t.mailboxes box = some b → Fate t c id (.received (t.view b) box c.who digest verdict)
  | moved {act m b} : c.act = .message id act → (t.step c).2 = .ok → t.messages id = some m → t.mailboxes m.mailbox = some b →
      unmet (act.requires (t.view b) (t.caller c) m) = none → Fate t c id (act.effect (t.view b) (t.caller c) m)

theorem Tenant.messages_after {t : Tenant} {c : Call} {id : Nat} {m' : Message}
    (row : (t.step c).1.messages id = some m') : Fate t c id m' := by
  rcases t.step_cases c with ⟨why, e⟩ | ⟨r, e⟩
  · rw [e] at row; exact .kept row
  · have ok : (t.step c).2 = .ok := by rw [e]
    rw [e] at row
    cases ha : c.act with
    | submit i box digest sendAt timing =>
      simp [Tenant.requires, ha] at r
      obtain ⟨b, hb, _, fresh, _⟩ := r
      simp only [Tenant.effect, ha, put, Tenant.submission, hb] at row
      split at row
      · rename_i hi; subst hi; cases row; exact .submitted ha ok (by simpa using fresh) hb
      · exact .kept row
    | receive i box digest verdict =>
      simp [Tenant.requires, ha] at r
      obtain ⟨b, hb, _, fresh, _⟩ := r
      simp only [Tenant.effect, ha, put, Tenant.arrival, hb] at row
      split at row
      · rename_i hi; subst hi; cases row; exact .received ha ok (by simpa using fresh) hb
      · exact .kept row
    | message i act =>
      simp [Tenant.requires, ha] at r
      obtain ⟨m, hm, b, hb, r⟩ := r
      simp only [Tenant.effect, ha, alter] at row
      split at row
      · rename_i hi; subst hi; simp only [hm, Tenant.moved, hb] at row; cases row; exact .moved ha ok hm hb r
      · exact .kept row
    | _ => simp [Tenant.effect, ha] at row; exact .kept row

/-- Messages never vanish. -/
theorem Tenant.messages_stay {t : Tenant} (c : Call) {id : Nat} {m : Message} (row : t.messages id = some m) :
    ∃ m', (t.step c).1.messages id = some m' := by
  rcases t.step_cases c with ⟨why, e⟩ | ⟨r, e⟩
  · rw [e]; exact ⟨m, row⟩
  · rw [e]
    cases ha : c.act with
    | submit => simp [Tenant.requires, ha] at r; simp only [Tenant.effect, ha, put]; grind
    | receive => simp [Tenant.requires, ha] at r; simp only [Tenant.effect, ha, put]; grind
    | message => simp only [Tenant.effect, ha, alter]; grind
    | _ => simp only [Tenant.effect, ha]; exact ⟨m, row⟩

/-- Only a call about the message itself changes its row. -/
theorem Tenant.messages_other {t : Tenant} {c : Call} {id : Nat} (other : ∀ act, c.act ≠ .message id act)
    {m m' : Message} (row : t.messages id = some m) (row' : (t.step c).1.messages id = some m') : m' = m := by
  cases Tenant.messages_after row' with
  | kept old => grind
  | submitted _ _ fresh => grind
  | received _ _ fresh => grind
  | moved ha => exact absurd ha (other _)

/-- What the presented credential allows is what a live key of that very caller allows. -/
theorem Tenant.caller_scopes (t : Tenant) (c : Call) :
    (t.caller c).scopes = .none ∨ ∃ k, t.keys c.key = some k ∧ k.live = true ∧ k.holder = c.who ∧ (t.caller c).scopes = k.scopes := by
  unfold Tenant.caller
  cases t.keys c.key with
  | none => exact .inl rfl
  | some k =>
    by_cases h : k.live = true ∧ k.holder = c.who
    · exact .inr ⟨k, rfl, h.1, h.2, by simp [h]⟩
    · refine .inl ?_
      simp only [Bool.and_eq_true, decide_eq_true_eq, h, if_false]

@[simp] theorem Tenant.caller_who (t : Tenant) (c : Call) : (t.caller c).who = c.who := rfl

/-- How a credential came about. -/
theorem Tenant.keys_after {t : Tenant} {c : Call} {k : Nat} {key : Key} (row : (t.step c).1.keys k = some key) :
    (∃ old, t.keys k = some old ∧ key.holder = old.holder ∧ key.maker = old.maker ∧
      (key.scopes = old.scopes ∨
        (key.scopes.separated = true ∧ (key.scopes.oversight = true → old.holder.role = .person) ∧
          (c.who.role = .operator ∨ (key.scopes.oversight = false ∧ key.scopes.admin = false))))) ∨
    (t.keys k = none ∧ key.maker = c.who ∧ key.scopes.separated = true ∧
      (key.scopes.oversight = true → key.holder.role = .person) ∧
      (c.who.role = .operator ∨ (key.holder.role = .agent ∧ key.scopes.oversight = false ∧ key.scopes.admin = false))) := by
  rcases t.step_cases c with ⟨why, e⟩ | ⟨r, e⟩
  · rw [e] at row; exact .inl ⟨key, row, rfl, rfl, .inl rfl⟩
  · rw [e] at row
    cases ha : c.act <;>
      simp [Tenant.requires, ha, grantable, Caller.isOperator, Caller.is] at r <;>
      simp only [Tenant.effect, ha, put, alter] at row <;> grind

/-- How a person's address came about. -/
theorem Tenant.people_after {t : Tenant} {c : Call} {p : Nat} {person : Person} (row : (t.step c).1.people p = some person) :
    t.people p = some person ∨ (person.setBy = c.who ∧ c.who.role = .operator) := by
  rcases t.step_cases c with ⟨why, e⟩ | ⟨r, e⟩
  · rw [e] at row; exact .inl row
  · rw [e] at row
    cases ha : c.act <;> simp [Tenant.requires, ha, Caller.isOperator, Caller.is] at r <;> simp only [Tenant.effect, ha, put] at row <;> grind

end Countersign
