import Countersign.Thm.Approvals
/-! What is asked again at the moment of dispatch, whatever came before. -/
namespace Countersign

/-- Nothing leaves a mailbox that is read-only, whatever it was when the message was handed in; and none is handed in. -/
def ReadOnlyNeverSends (rules : Rules) : Prop :=
  ∀ t call id m b, Reachable rules t → b.mode = .readOnly →
    (t.messages id = some m → t.mailboxes m.mailbox = some b → ¬ Dispatches rules t call id) ∧
    (∀ box digest sendAt timing, t.mailboxes box = some b → call.act = .submit id box digest sendAt timing →
      (t.stepBy rules call).2 ≠ .ok)

theorem read_only_never_sends : ReadOnlyNeverSends ours := by
  intro t call id m b _ readOnly
  refine ⟨fun hm hb d => ?_, fun box digest sendAt timing hb act ok => ?_⟩
  · obtain ⟨x, c, hx, hc, _, _, _, writable, _⟩ := dispatch_needs d
    rw [hm] at hx; cases hx
    rw [hb] at hc; cases hc
    exact writable readOnly
  · have r := Tenant.ok_requires ok
    simp [Tenant.requires, act, hb, readOnly] at r

/-- While the tenant or the mailbox is stopped, or the mailbox is removed, nothing is dispatched from it. Lifting a stop changes
no message, so it approves nothing. -/
def SuspendedNeverSends (rules : Rules) : Prop :=
  ∀ t call id m b, Reachable rules t →
    (t.messages id = some m → t.mailboxes m.mailbox = some b → t.suspended ∨ b.suspended ∨ b.removed → ¬ Dispatches rules t call id) ∧
    (∀ box, call.act = .lift box ∨ call.act = .liftAll → (t.stepBy rules call).1.messages = t.messages)

theorem suspended_never_sends : SuspendedNeverSends ours := by
  intro t call id m b _
  refine ⟨fun hm hb stopped d => ?_, fun box act => ?_⟩
  · obtain ⟨x, c, hx, hc, _, _, run, _⟩ := dispatch_needs d
    rw [hm] at hx; cases hx
    rw [hb] at hc; cases hc
    simp [Tenant.view] at run
    grind
  · rcases t.step_cases call with ⟨why, e⟩ | ⟨_, e⟩
    · rw [stepBy_ours, e]
    · rcases act with act | act <;> rw [stepBy_ours, e] <;> simp [Tenant.effect, act]

/-- Nothing is dispatched before its time, whatever the gate timing; and the time only runs forward. -/
def ScheduleIsRespected (rules : Rules) : Prop :=
  ∀ t call, Reachable rules t →
    (∀ id m, t.messages id = some m → Dispatches rules t call id → m.sendAt ≤ t.now) ∧ t.now ≤ (t.stepBy rules call).1.now

theorem schedule_is_respected : ScheduleIsRespected ours := by
  intro t call _
  refine ⟨fun id m hm d => ?_, ?_⟩
  · obtain ⟨x, c, hx, _, _, due, _⟩ := dispatch_needs d
    rw [hm] at hx; cases hx
    exact due
  · rcases t.step_cases call with ⟨why, e⟩ | ⟨r, e⟩
    · rw [stepBy_ours, e]; exact Nat.le_refl _
    · rw [stepBy_ours, e]
      cases ha : call.act <;> simp [Tenant.requires, ha] at r <;> simp [Tenant.effect, ha]
      exact r.2

/-- Every dispatch from a mailbox that is monitored carries the overseer's copy; so does that of a message that was handed in while
it was. -/
def MonitoredIsCopied (rules : Rules) : Prop :=
  ∀ t call id m b m', Reachable rules t → t.messages id = some m → t.mailboxes m.mailbox = some b →
    Dispatches rules t call id → (t.stepBy rules call).1.messages id = some m' →
    b.mode = .monitored ∨ m.modeAtSubmission = .monitored → m'.copied = true

theorem monitored_is_copied : MonitoredIsCopied ours := by
  intro t call id m b m' _ hm hb d row monitored
  obtain ⟨x, c, hx, hc, _, _, _, _, _, _, after⟩ := dispatch_needs d
  rw [hm] at hx; cases hx
  rw [hb] at hc; cases hc
  have := after.symm.trans row
  simp at this; rw [← this]
  simpa [carriesCopy, Tenant.view] using monitored

/-- In a mailbox that checks risk, a message whose known score is above the threshold is never dispatched, is blocked by the very
result that says so, and no call brings it before an approver. -/
def RiskAboveThresholdNeverLeaves (rules : Rules) : Prop :=
  ∀ t call id m b m', Reachable rules t → t.messages id = some m → t.mailboxes m.mailbox = some b → b.policy.riskChecks →
    (t.stepBy rules call).1.messages id = some m' →
    (∀ score, m.risk = .known score → b.policy.riskThreshold < score → ¬ Dispatches rules t call id) ∧
    (∀ digest score, call.act = .message id (.scanResult digest (.known score)) → (t.stepBy rules call).2 = .ok →
      b.policy.riskThreshold < score → m'.status = .blocked) ∧
    (∀ score, m'.risk = .known score → b.policy.riskThreshold < score → m.status ≠ .pendingSendApproval →
      m'.status ≠ .pendingSendApproval)

theorem risk_above_threshold_never_leaves : RiskAboveThresholdNeverLeaves ours := by
  intro t call id m b m' _ hm hb checks row
  refine ⟨fun score known above d => ?_, fun digest score act ok above => ?_, fun score known above before after => ?_⟩
  · obtain ⟨x, c, hx, hc, _, _, _, _, notRisky, _⟩ := dispatch_needs d
    rw [hm] at hx; cases hx
    rw [hb] at hc; cases hc
    simp [risky, known, Tenant.view, checks] at notRisky
    omega
  · have ok : (t.step call).2 = .ok := ok
    rw [stepBy_ours, Tenant.ok_step ok] at row
    simp [Tenant.effect, act, alter, hm, Tenant.moved, hb, MessageAct.effect, route, risky, Tenant.view, checks, above] at row
    rw [← row]
  · cases Tenant.messages_after row with
    | kept old => rw [hm] at old; cases old; exact before after
    | submitted _ _ fresh => rw [hm] at fresh; cases fresh
    | received _ _ fresh => rw [hm] at fresh; cases fresh
    | @moved act x c _ _ old hc r =>
      rw [hm] at old; cases old
      rw [hb] at hc; cases hc
      revert known after
      cases act <;> simp only [MessageAct.effect, route, retry, inbox, risky, Tenant.view] <;> grind

/-- When the risk is not established at the moment of dispatch, a person has approved exactly these bytes, in every mode. Risk counts
as not established when no score came back, and when it was not asked for although the mailbox asks for it now. -/
def UnknownRiskGoesToAPerson (rules : Rules) : Prop :=
  ∀ t call id m b, Reachable rules t → t.messages id = some m → t.mailboxes m.mailbox = some b → Dispatches rules t call id →
    m.risk = .unknown ∨ (m.risk = .unchecked ∧ b.policy.riskChecks) →
    ∃ p : Principal, p.role = .person ∧ p.id ≠ m.composer.id ∧ ApprovedIn t.log id p m.digest

theorem unknown_risk_goes_to_a_person : UnknownRiskGoesToAPerson ours := by
  intro t call id m b reached hm hb d unknown
  obtain ⟨x, c, hx, hc, _, _, _, _, _, en, _⟩ := dispatch_needs d
  rw [hm] at hx; cases hx
  rw [hb] at hc; cases hc
  have honest := reached.honest id m hm
  have open_ : riskUnknown (t.view b) m = true := by
    rcases unknown with h | ⟨h, checks⟩ <;> simp [riskUnknown, h, Tenant.view]
    exact checks
  simp only [enough, needed, open_, if_true, decide_eq_true_eq, honest.count] at en
  have some_ : 0 < m.approvals.length := by
    split at en <;> omega
  obtain ⟨a, ha⟩ := List.exists_mem_of_length_pos some_
  obtain ⟨person, other, _, said⟩ := honest.real a ha
  exact ⟨a.who, person, other, said⟩

end Countersign
