import Countersign.Thm.Modes
/-! What a code lets others do in an operator's place: one thing, once. -/
namespace Countersign

/-- The code that a call presents to do an operator's act, and what that code must have been made for. -/
def Act.standsIn : Act → Option (Presented × Purpose)
  | .createMailbox box _ _ by_ => some (by_, .createMailbox box)
  | .applyUpgrade box target by_ => some (by_, .upgrade box target)
  | .createKey _ holder scopes by_ => some (by_, .createKey holder scopes)
  | .patchKey key scopes by_ => some (by_, .patchKey key scopes)
  | .revokeKey key by_ => some (by_, .revokeKey key)
  | .operate act by_ | .confirm act by_ => some (by_, .operate act)
  | _ => none

/-- An operator's act is done by an operator who presents a live key of their own, or with the code and the secret that were made, on
request, for exactly that act, before it expires; after which that code lets nobody do anything. What cannot be taken back asks for
both, the operator and the code. (The secret is sent to the operator's address and to nobody else.) -/
def CodeStandsForOneActOnce (rules : Rules) : Prop :=
  ∀ t call by_ purpose, Reachable rules t → call.act.standsIn = some (by_, purpose) → (t.stepBy rules call).2 = .ok →
    (∀ act, call.act = .confirm act by_ → call.who.role = .operator) ∧
    ((call.who.role = .operator ∧ (∃ k, t.keys call.key = some k ∧ k.live ∧ k.holder = call.who) ∧
        ∀ act, call.act ≠ .confirm act by_) ∨
      ((∃ e ∈ t.log, e.outcome = .ok ∧ t.now < e.now + codeLifetime ∧
          e.call.act = .requestCode by_.code purpose by_.secret) ∧
        ∀ later call' by' purpose', call'.act.standsIn = some (by', purpose') → by'.code = by_.code →
          call'.who.role ≠ .operator → (((t.stepBy rules call).1.runBy rules later).stepBy rules call').2 ≠ .ok))

theorem redeems_of_ok {t : Tenant} {c : Call} {by_ : Presented} {purpose : Purpose}
    (stands : c.act.standsIn = some (by_, purpose)) (ok : (t.step c).2 = .ok) :
    ((t.caller c).isOperator = true ∧ ∀ act, c.act ≠ .confirm act by_) ∨ t.redeems by_ purpose = true := by
  have r := Tenant.ok_requires ok
  cases ha : c.act <;> simp [Act.standsIn, ha] at stands <;> simp [Tenant.requires, ha, -Bool.or_eq_true] at r <;> grind

theorem spent_of_ok {t : Tenant} {c : Call} {by_ : Presented} {purpose : Purpose}
    (stands : c.act.standsIn = some (by_, purpose)) (ok : (t.step c).2 = .ok) (redeems : t.redeems by_ purpose = true) :
    ∃ k, (t.step c).1.codes by_.code = some k ∧ k.used = true := by
  obtain ⟨k, hk, _⟩ := (redeems_iff _ _ _).1 redeems
  rw [Tenant.ok_step ok]
  refine ⟨{ k with used := true }, ?_, rfl⟩
  cases ha : c.act <;> simp [Act.standsIn, ha] at stands <;> obtain ⟨rfl, _⟩ := stands <;>
    simp [Tenant.effect, ha, Tenant.spend, alter, hk]

theorem code_stands_for_one_act_once : CodeStandsForOneActOnce ours := by
  intro t call by_ purpose reached stands ok
  have ok : (t.step call).2 = .ok := ok
  refine ⟨fun act ha => ?_, ?_⟩
  · have r := Tenant.ok_requires ok
    simp [Tenant.requires, ha, Caller.isOperator, Caller.is] at r
    exact r.1.1
  · rcases redeems_of_ok stands ok with ⟨operator, other⟩ | redeems
    · have o := isOperator_key operator
      exact .inl ⟨o.1, o.2, other⟩
    · obtain ⟨k, hk, is, secret, early, _⟩ := (redeems_iff _ _ _).1 redeems
      obtain ⟨e, he, done, expires, act⟩ := reached.codes.requested _ k hk
      refine .inr ⟨⟨e, he, done, expires ▸ early, by rw [act, is, secret]⟩,
        fun later call' by' purpose' stands' same notOperator again => ?_⟩
      obtain ⟨spent, row, used⟩ := Tenant.run_keeps (P := fun t => ∃ k, t.codes by_.code = some k ∧ k.used = true)
        (fun _ c => Tenant.used_stay c) later _ (spent_of_ok stands ok redeems)
      rcases redeems_of_ok (t := (t.step call).1.run later) stands' again with ⟨operator, _⟩ | redeems'
      · exact notOperator (isOperator_key operator).1
      · obtain ⟨k', hk', _, _, _, unused⟩ := (redeems_iff _ _ _).1 redeems'
        rw [same, row] at hk'
        cases hk'
        rw [used] at unused; cases unused

end Countersign
