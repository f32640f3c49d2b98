import Countersign.Thm.Trace
/-! One tenant beside another. -/
namespace Countersign

/-- How the world answers one call to one tenant. -/
abbrev WorldStep := World → Nat → Call → World × Outcome

/-- A call to one tenant leaves every other as it was; and what it answers, and what it makes of its own tenant, is the same
whatever the others are. -/
def TenantIsolation (step : WorldStep) : Prop :=
  ∀ w tenant call,
    (∀ other, other ≠ tenant → (step w tenant call).1 other = w other) ∧
    (∀ w', w' tenant = w tenant →
      (step w' tenant call).2 = (step w tenant call).2 ∧ (step w' tenant call).1 tenant = (step w tenant call).1 tenant)

theorem tenant_isolation : TenantIsolation World.step := by
  intro w tenant call
  refine ⟨fun other ne => by simp [World.step, World.stepBy, ne], fun w' same => ?_⟩
  simp [World.step, World.stepBy, same]

/-- Over whole traces: a tenant is what its own calls made of it. -/
theorem tenant_isolation_over_traces (w : World) (trace : List (Nat × Call)) (tenant : Nat) :
    w.run trace tenant = (w tenant).run (mine tenant trace) :=
  World.runBy_mine ours w trace tenant

end Countersign
