import Countersign.Thm.Lift
/-! How a mailbox comes to ask for fewer people: by an operator, or by a code that was made for exactly that. -/
namespace Countersign

/-- A mailbox's mode becomes less strict only by an operator who presents a live key of their own, or by an upgrade that presents
the code and the secret which were made, on request, for exactly this mailbox and this mode; before it expires, and never used by
an upgrade before. (The secret is sent to the operator's address and to nobody else.) A new mailbox is gated. -/
def AutonomyNeverRisesWithoutOperator (rules : Rules) : Prop :=
  ∀ t call box, Reachable rules t →
    (∀ b b', t.mailboxes box = some b → (t.stepBy rules call).1.mailboxes box = some b' → b.mode.rank < b'.mode.rank →
      (call.who.role = .operator ∧ ∃ k, t.keys call.key = some k ∧ k.live ∧ k.holder = call.who) ∨
      ∃ presented, call.act = .applyUpgrade box b'.mode presented ∧
        (∃ e ∈ t.log, e.outcome = .ok ∧ t.now < e.now + codeLifetime ∧
          e.call.act = .requestCode presented.code (.upgrade box b'.mode) presented.secret) ∧
        (∀ e ∈ t.log, e.outcome = .ok → ∀ box' mode' presented', e.call.act = .applyUpgrade box' mode' presented' →
          presented'.code ≠ presented.code)) ∧
    (∀ b', t.mailboxes box = none → (t.stepBy rules call).1.mailboxes box = some b' → b'.mode.gated)

theorem redeems_iff (t : Tenant) (p : Presented) (purpose : Purpose) : t.redeems p purpose = true ↔
    ∃ k, t.codes p.code = some k ∧ k.purpose = purpose ∧ k.secret = p.secret ∧ t.now < k.expires ∧ k.used = false := by
  unfold Tenant.redeems
  cases t.codes p.code with
  | none => simp
  | some k => simp [and_assoc]

theorem Tenant.codes_after {t : Tenant} {c : Call} {n : Nat} {k : Code} (row : (t.step c).1.codes n = some k) :
    (∃ old, t.codes n = some old ∧ (k = old ∨ k = { old with used := true })) ∨
    (∃ purpose secret, c.act = .requestCode n purpose secret ∧ (t.step c).2 = .ok ∧
      k = ⟨purpose, secret, t.now + codeLifetime, false⟩) := by
  rcases t.step_cases c with ⟨why, e⟩ | ⟨_, e⟩
  · rw [e] at row; exact .inl ⟨k, row, .inl rfl⟩
  · rw [e] at row ⊢
    cases ha : c.act <;> simp only [Tenant.effect, ha, put, Tenant.spend, alter] at row <;> grind

theorem Tenant.used_stay {t : Tenant} (c : Call) {n : Nat} (row : ∃ k, t.codes n = some k ∧ k.used = true) :
    ∃ k, (t.step c).1.codes n = some k ∧ k.used = true := by
  obtain ⟨k, row, used⟩ := row
  rcases t.step_cases c with ⟨why, e⟩ | ⟨r, e⟩
  · rw [e]; exact ⟨k, row, used⟩
  · rw [e]
    cases ha : c.act <;> simp [Tenant.requires, ha] at r <;> simp only [Tenant.effect, ha, put, Tenant.spend, alter] <;> grind

theorem Tenant.applied_used {t : Tenant} {c : Call} {box : Nat} {mode : Mode} {p : Presented}
    (ha : c.act = .applyUpgrade box mode p) (ok : (t.step c).2 = .ok) : ∃ k, (t.step c).1.codes p.code = some k ∧ k.used = true := by
  have r := Tenant.ok_requires ok
  simp [Tenant.requires, ha, redeems_iff] at r
  obtain ⟨b, _, _, _, k, hk, _⟩ := r
  rw [Tenant.ok_step ok]
  exact ⟨{ k with used := true }, by simp [Tenant.effect, ha, Tenant.spend, alter, hk], rfl⟩

/-- What the ledger says of every code. -/
structure CodesHonest (t : Tenant) : Prop where
  requested : ∀ n k, t.codes n = some k → ∃ e ∈ t.log, e.outcome = .ok ∧ k.expires = e.now + codeLifetime ∧
    e.call.act = .requestCode n k.purpose k.secret
  spent : ∀ e ∈ t.log, e.outcome = .ok → ∀ box mode p, e.call.act = .applyUpgrade box mode p →
    ∃ k, t.codes p.code = some k ∧ k.used = true

theorem codes_step (t : Tenant) (c : Call) (p : CodesHonest t) : CodesHonest (t.step c).1 := by
  refine ⟨fun n k row => ?_, fun e he ok box mode by_ ha => ?_⟩
  · rw [t.step_log c]
    rcases Tenant.codes_after row with ⟨old, h, same⟩ | ⟨purpose, secret, ha, ok, rfl⟩
    · obtain ⟨e, he, r⟩ := p.requested n old h
      refine ⟨e, .tail _ he, ?_⟩
      rcases same with rfl | rfl <;> exact r
    · exact ⟨_, .head _, ok, rfl, ha⟩
  · rw [t.step_log c] at he
    cases he with
    | head => exact Tenant.applied_used ha ok
    | tail _ he => exact Tenant.used_stay c (p.spent e he ok box mode by_ ha)

theorem Reachable.codes {t : Tenant} (reached : Reachable ours t) : CodesHonest t :=
  reached.keeps ⟨fun _ _ row => (by cases row), fun _ he => (by cases he)⟩ codes_step

/-- An operator at the controls holds the live key that is presented. -/
theorem isOperator_key {t : Tenant} {c : Call} (o : (t.caller c).isOperator = true) :
    c.who.role = .operator ∧ ∃ k, t.keys c.key = some k ∧ k.live ∧ k.holder = c.who := by
  simp [Caller.isOperator, Caller.is] at o
  refine ⟨o.1, ?_⟩
  rcases t.caller_scopes c with none | ⟨k, row, live, holder, _⟩
  · rw [none] at o; cases o.2
  · exact ⟨k, row, live, holder⟩

theorem Tenant.mailboxes_after {t : Tenant} {c : Call} {box : Nat} {b b' : Mailbox}
    (old : t.mailboxes box = some b) (row : (t.step c).1.mailboxes box = some b') :
    b'.mode.rank ≤ b.mode.rank ∨ (t.caller c).isOperator = true ∨
    (∃ p, c.act = .applyUpgrade box b'.mode p ∧ t.redeems p (.upgrade box b'.mode) = true) := by
  rcases t.step_cases c with ⟨why, e⟩ | ⟨r, e⟩
  · rw [e] at row; grind
  · rw [e] at row
    cases ha : c.act <;> simp [Tenant.requires, ha, -Bool.or_eq_true] at r <;>
      simp only [Tenant.effect, ha, put, alter] at row <;> grind

theorem Tenant.mailboxes_new {t : Tenant} {c : Call} {box : Nat} {b' : Mailbox} (none_ : t.mailboxes box = none)
    (row : (t.step c).1.mailboxes box = some b') : ∃ mode : Mode, b'.mode = mode.stricter .gatedSend := by
  rcases t.step_cases c with ⟨why, e⟩ | ⟨r, e⟩
  · rw [e] at row; grind
  · rw [e] at row
    cases ha : c.act <;> simp only [Tenant.effect, ha, put, alter] at row <;> grind

theorem autonomy_never_rises_without_operator : AutonomyNeverRisesWithoutOperator ours := by
  intro t call box reached
  refine ⟨fun b b' hb hb' rises => ?_, fun b' none row => ?_⟩
  · have honest := reached.codes
    rcases Tenant.mailboxes_after hb hb' with tighter | operator | ⟨p, ha, redeems⟩
    · omega
    · exact .inl (isOperator_key operator)
    · obtain ⟨k, hk, purpose, secret, early, unused⟩ := (redeems_iff _ _ _).1 redeems
      obtain ⟨e, he, ok, expires, act⟩ := honest.requested _ k hk
      refine .inr ⟨p, ha, ⟨e, he, ok, expires ▸ early, ?_⟩, fun e he ok box' mode' p' act' same => ?_⟩
      · rw [act, purpose, secret]
      · obtain ⟨k', hk', used⟩ := honest.spent e he ok box' mode' p' act'
        rw [same, hk] at hk'; cases hk'
        rw [unused] at used; cases used
  · obtain ⟨mode, is⟩ := Tenant.mailboxes_new none row
    rw [is]; cases mode <;> rfl

end Countersign
