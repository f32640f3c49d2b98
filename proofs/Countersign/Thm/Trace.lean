import Countersign.Spec.Tenant
/-! What the laws speak about: tenants that a trace of the whole world can reach, and dispatches. And the step from the world to
one tenant, proved: what a tenant is after a trace is what its own calls made of it. -/
namespace Countersign

/-- `t` is what some tenant has become after some trace: any calls, by anybody, to any tenants of a new world, in any order. -/
def Reachable (rules : Rules) (t : Tenant) : Prop := ∃ trace tenant, t = World.new.runBy rules trace tenant

/-- This call, in tenant `t`, hands message `id` to the mail server. -/
def Dispatches (rules : Rules) (t : Tenant) (call : Call) (id : Nat) : Prop :=
  call.act = .message id .beginDispatch ∧ (t.stepBy rules call).2 = .ok

/-- The ledger says that this person approved exactly this digest of the message. -/
def ApprovedIn (log : List Entry) (id : Nat) (person : Principal) (digest : Nat) : Prop :=
  ∃ e ∈ log, e.outcome = .ok ∧ e.call.who = person ∧ e.call.act = .message id (.approve digest)

/-- The calls of one tenant, in order. -/
def mine (tenant : Nat) : List (Nat × Call) → List Call
  | [] => []
  | (other, call) :: rest => if other = tenant then call :: mine tenant rest else mine tenant rest

theorem World.runBy_mine (rules : Rules) (w : World) (trace : List (Nat × Call)) (tenant : Nat) :
    w.runBy rules trace tenant = (w tenant).runBy rules (mine tenant trace) := by
  induction trace generalizing w with
  | nil => rfl
  | cons entry rest ih =>
    obtain ⟨other, call⟩ := entry
    rw [World.runBy, ih, mine]
    by_cases h : other = tenant
    · subst h; simp [World.stepBy, Tenant.runBy]
    · have h' : ¬ tenant = other := fun e => h e.symm
      simp [World.stepBy, h, h']

/-- A tenant that the world reaches is one that its own calls reach. -/
theorem reachable_iff (rules : Rules) (t : Tenant) : Reachable rules t ↔ ∃ calls, t = Tenant.new.runBy rules calls := by
  constructor
  · rintro ⟨trace, tenant, rfl⟩
    exact ⟨mine tenant trace, World.runBy_mine rules _ trace tenant⟩
  · rintro ⟨calls, rfl⟩
    refine ⟨calls.map fun call => (0, call), 0, ?_⟩
    rw [World.runBy_mine]
    have all : ∀ calls : List Call, mine 0 (calls.map fun call => (0, call)) = calls := by
      intro calls; induction calls with
      | nil => rfl
      | cons c cs ih => simp [mine, ih]
    rw [all]; rfl

@[simp] theorem stepBy_ours (t : Tenant) (call : Call) : t.stepBy ours call = t.step call := rfl
@[simp] theorem runBy_ours (t : Tenant) (calls : List Call) : t.runBy ours calls = t.run calls := rfl

/-- What every call keeps holds after any calls. -/
theorem Tenant.run_keeps {P : Tenant → Prop} (keep : ∀ t call, P t → P (t.step call).1) (calls : List Call) :
    ∀ t, P t → P (t.run calls) := by
  induction calls with
  | nil => exact fun _ p => p
  | cons call calls ih => exact fun t p => ih _ (keep t call p)

theorem Tenant.run_append (t : Tenant) (first second : List Call) : t.run (first ++ second) = (t.run first).run second := by
  induction first generalizing t with
  | nil => rfl
  | cons call calls ih => exact ih (t.step call).1

/-- What holds of a new tenant, and every call keeps, holds of every tenant that can be reached. -/
theorem Reachable.keeps {P : Tenant → Prop} (start : P Tenant.new) (keep : ∀ t call, P t → P (t.step call).1) {t : Tenant}
    (reached : Reachable ours t) : P t := by
  obtain ⟨calls, rfl⟩ := (reachable_iff ours t).1 reached
  exact Tenant.run_keeps keep calls _ start

theorem Reachable.run {t : Tenant} (reached : Reachable ours t) (calls : List Call) : Reachable ours (t.run calls) := by
  obtain ⟨before, rfl⟩ := (reachable_iff ours t).1 reached
  exact (reachable_iff ours _).2 ⟨before ++ calls, (Tenant.run_append _ before calls).symm⟩

theorem Reachable.step {t : Tenant} (reached : Reachable ours t) (call : Call) : Reachable ours (t.step call).1 :=
  reached.run [call]

end Countersign
