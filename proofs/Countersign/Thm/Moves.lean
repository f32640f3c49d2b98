import Countersign.Thm.Lift
/-! What one act can do to one message, field by field. -/
namespace Countersign

/-- What is fixed when a message is handed in or comes in. -/
structure Message.SameOrigin (m m' : Message) : Prop where
  mailbox : m'.mailbox = m.mailbox
  direction : m'.direction = m.direction
  composer : m'.composer = m.composer
  mode : m'.modeAtSubmission = m.modeAtSubmission
  required : m'.requiredAtSubmission = m.requiredAtSubmission

theorem Message.SameOrigin.refl (m : Message) : m.SameOrigin m := ⟨rfl, rfl, rfl, rfl, rfl⟩

theorem Message.SameOrigin.trans {a b c : Message} (ab : a.SameOrigin b) (bc : b.SameOrigin c) : a.SameOrigin c :=
  ⟨bc.mailbox.trans ab.mailbox, bc.direction.trans ab.direction, bc.composer.trans ab.composer, bc.mode.trans ab.mode,
   bc.required.trans ab.required⟩

theorem effect_origin (v : View) (c : Caller) (m : Message) (a : MessageAct) : m.SameOrigin (a.effect v c m) := by
  constructor <;> cases a <;> simp only [MessageAct.effect, route, retry, inbox] <;> grind

/-- Approvals and digest change by an approval of something outgoing, or by an edit, and by nothing else. -/
theorem effect_approvals (v : View) (c : Caller) (m : Message) (a : MessageAct) :
    ((a.effect v c m).approvals = m.approvals ∧ (a.effect v c m).digest = m.digest) ∨
    (∃ digest, a = .approve digest ∧ (a.effect v c m).approvals = ⟨c.who, digest⟩ :: m.approvals ∧
      (a.effect v c m).digest = m.digest) ∨
    (∃ digest sendAt, a = .edit digest sendAt ∧ (a.effect v c m).approvals = [] ∧ (a.effect v c m).digest = digest) := by
  cases a <;> simp only [MessageAct.effect, route, retry, inbox] <;> grind

theorem Tenant.origin_step {t : Tenant} {c : Call} {id : Nat} {m m' : Message} (row : t.messages id = some m)
    (row' : (t.step c).1.messages id = some m') : m.SameOrigin m' := by
  cases Tenant.messages_after row' with
  | kept old => rw [row] at old; cases old; exact .refl m
  | submitted _ _ fresh => rw [row] at fresh; cases fresh
  | received _ _ fresh => rw [row] at fresh; cases fresh
  | moved _ _ old => rw [row] at old; cases old; exact effect_origin _ _ _ _

theorem Tenant.origin_run {t : Tenant} (calls : List Call) {id : Nat} {m : Message} (row : t.messages id = some m) :
    ∃ m', (t.run calls).messages id = some m' ∧ m.SameOrigin m' :=
  Tenant.run_keeps (P := fun t => ∃ m', t.messages id = some m' ∧ m.SameOrigin m')
    (fun t c ⟨x, hx, same⟩ => by
      obtain ⟨y, hy⟩ := Tenant.messages_stay c hx
      exact ⟨y, hy, same.trans (Tenant.origin_step hx hy)⟩)
    calls t ⟨m, row, .refl m⟩

/-- What an accepted submission puts into the table. -/
theorem Tenant.submitted_row {t : Tenant} {c : Call} {id box digest sendAt : Nat} {timing : GateTiming} {b : Mailbox}
    (act : c.act = .submit id box digest sendAt timing) (ok : (t.step c).2 = .ok) (hb : t.mailboxes box = some b) :
    (t.step c).1.messages id = some (.submitted box c.who digest sendAt timing b.mode b.policy.requiredApprovals) := by
  rw [Tenant.ok_step ok]
  simp [Tenant.effect, act, put, Tenant.submission, hb]

/-- Everything that is asked again at the moment of dispatch. -/
theorem dispatch_needs {t : Tenant} {c : Call} {id : Nat} (d : Dispatches ours t c id) :
    ∃ m b, t.messages id = some m ∧ t.mailboxes m.mailbox = some b ∧ m.status = .queued ∧ m.sendAt ≤ t.now ∧
      (t.view b).stopped = false ∧ b.mode ≠ .readOnly ∧ risky (t.view b) m = false ∧ enough (t.view b) m = true ∧
      (t.step c).1.messages id = some { m with status := .sending, copied := carriesCopy (t.view b) m } := by
  have ok : (t.step c).2 = .ok := d.2
  have r := Tenant.ok_requires ok
  simp [Tenant.requires, d.1, MessageAct.requires] at r
  obtain ⟨m, hm, b, hb, _, queued, due, run, writable, notRisky, en⟩ := r
  refine ⟨m, b, hm, hb, queued, due, run, by simpa [Tenant.view] using writable, notRisky, en, ?_⟩
  rw [Tenant.ok_step ok]
  simp [Tenant.effect, d.1, alter, hm, Tenant.moved, hb, MessageAct.effect]

theorem stricter_gated (a b : Mode) : (a.stricter b).gated = (a.gated || b.gated) := by
  cases a <;> cases b <;> rfl

end Countersign
