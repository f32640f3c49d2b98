import Countersign.Thm.Lift
/-! Who may decide, and how no agent ever comes to. -/
namespace Countersign

/-- What an agent controls: itself; whoever holds a key made by one that it controls; and whoever is reached at an address set by
one that it controls. -/
inductive Controls (t : Tenant) (agent : Principal) : Principal → Prop
  | itself : Controls t agent agent
  | byKey {maker k key} : Controls t agent maker → t.keys k = some key → key.maker = maker → Controls t agent key.holder
  | byAddress {setter p person} : Controls t agent setter → t.people p = some person → person.setBy = setter →
      Controls t agent ⟨.person, p⟩

/-- Whatever is called, by this agent or by anybody: no key that decides is held or made by an agent or by anyone whom an agent
controls, and no such caller's decision is accepted. No key at all both sends and decides. -/
def NoEscalationToSelfApproval (rules : Rules) : Prop :=
  ∀ t agent, Reachable rules t → agent.role = .agent →
    (∀ k key, t.keys k = some key → ¬ (key.scopes.send ∧ key.scopes.oversight)) ∧
    (∀ controlled k key, Controls t agent controlled → t.keys k = some key → key.holder = controlled ∨ key.maker = controlled →
      key.scopes.oversight = false) ∧
    (∀ call id digest, Controls t agent call.who →
      call.act = .message id (.approve digest) ∨ call.act = .message id .reject → (t.stepBy rules call).2 ≠ .ok)

/-- What every call keeps true of the keys and addresses. -/
structure Guarded (t : Tenant) : Prop where
  separated : ∀ k key, t.keys k = some key → key.scopes.separated = true
  decides : ∀ k key, t.keys k = some key → key.scopes.oversight = true → key.holder.role = .person
  handedOut : ∀ k key, t.keys k = some key → key.maker.role ≠ .operator → key.holder.role = .agent
  reached : ∀ p person, t.people p = some person → person.setBy.role = .operator

theorem guarded_new : Guarded Tenant.new := by
  constructor <;> intro k key row <;> simp [Tenant.new] at row
  all_goals (obtain ⟨_, rfl⟩ := row; simp [Scopes.separated, founder])

theorem guarded_step (t : Tenant) (c : Call) (g : Guarded t) : Guarded (t.step c).1 := by
  refine ⟨fun k key row => ?_, fun k key row => ?_, fun k key row => ?_, fun p person row => ?_⟩
  · rcases Tenant.keys_after row with ⟨old, h, _, _, same | ⟨s, _⟩⟩ | ⟨_, _, s, _⟩
    · rw [same]; exact g.separated k old h
    · exact s
    · exact s
  · rcases Tenant.keys_after row with ⟨old, h, holder, _, same | ⟨_, p, _⟩⟩ | ⟨_, _, _, p, _⟩
    · rw [same, holder]; exact g.decides k old h
    · rw [holder]; exact p
    · exact p
  · rcases Tenant.keys_after row with ⟨old, h, holder, maker, _⟩ | ⟨_, maker, _, _, o⟩
    · rw [holder, maker]; exact g.handedOut k old h
    · rw [maker]; intro notOperator; rcases o with o | o
      · exact absurd o notOperator
      · exact o.1
  · rcases Tenant.people_after row with old | ⟨setter, operator⟩
    · exact g.reached p person old
    · rw [setter]; exact operator

theorem Reachable.guarded {t : Tenant} (reached : Reachable ours t) : Guarded t := reached.keeps guarded_new guarded_step

/-- Control never leaves the agents. -/
theorem Controls.agent {t : Tenant} (g : Guarded t) {agent p : Principal} (isAgent : agent.role = .agent) (c : Controls t agent p) :
    p.role = .agent := by
  induction c with
  | itself => exact isAgent
  | byKey _ row maker ih => exact g.handedOut _ _ row (by rw [maker, ih]; simp)
  | byAddress _ row setter ih =>
    have := g.reached _ _ row
    rw [setter, ih] at this; cases this

theorem no_escalation_to_self_approval : NoEscalationToSelfApproval ours := by
  intro t agent reached isAgent
  have g := reached.guarded
  refine ⟨fun k key row => ?_, fun controlled k key c row its => ?_, fun call id digest c act ok => ?_⟩
  · have s := g.separated k key row
    rintro ⟨sends, decides⟩
    simp [Scopes.separated, sends, decides] at s
  · have role := c.agent g isAgent
    cases o : key.scopes.oversight with
    | false => rfl
    | true =>
      have person := g.decides k key row o
      rcases its with h | h
      · rw [h, role] at person; cases person
      · have := g.handedOut k key row (by rw [h, role]; simp)
        rw [this] at person; cases person
  · have role := c.agent g isAgent
    have r := Tenant.ok_requires ok
    rcases act with act | act <;> simp [Tenant.requires, act, MessageAct.requires, Caller.mayDecide, Caller.is, role] at r

end Countersign
