import Countersign.Thm.Lift
/-! The ledger. -/
namespace Countersign

/-- How a tenant answers one call. -/
abbrev TenantStep := Tenant → Call → Tenant × Outcome

/-- Every call, refused or not, puts exactly one entry before the entries there are, and leaves these alone: it names the call with
its actor, how it ended, the mailbox with the mode and policy in force, and the time. -/
def EveryStepIsLogged (step : TenantStep) : Prop :=
  ∀ t call, (step t call).1.log = ⟨call, (step t call).2, t.concerns call.act, t.now⟩ :: t.log

theorem every_step_is_logged : EveryStepIsLogged Tenant.step := fun t call => t.step_log call

/-- Over whole traces: one entry for each call, in their order, on top of what was there. -/
theorem every_step_is_logged_over_traces (t : Tenant) (calls : List Call) :
    ∃ new, (t.run calls).log = new ++ t.log ∧ new.reverse.map (fun e => e.call) = calls := by
  induction calls generalizing t with
  | nil => exact ⟨[], rfl, rfl⟩
  | cons call calls ih =>
    obtain ⟨new, log, calls_⟩ := ih (t.step call).1
    refine ⟨new ++ [t.note call (t.step call).2], ?_, ?_⟩
    · show ((t.step call).1.run calls).log = _
      rw [log, t.step_log call, List.append_assoc]; rfl
    · simp [List.reverse_append, calls_, Tenant.note]

end Countersign
