import Countersign.Thm.Moves
/-! Inbound mail that a person has to release. -/
namespace Countersign

/-- No agent reads, or moves, an inbound message of a mailbox that is `gated_all` now or was when the message came in, unless a
person has approved that message before; the ledger says so. -/
def GatedAllHidesInbound (rules : Rules) : Prop :=
  ∀ t call id act m b, Reachable rules t → t.messages id = some m → t.mailboxes m.mailbox = some b → m.direction = .inbound →
    b.mode = .gatedAll ∨ m.modeAtSubmission = .gatedAll →
    call.who.role = .agent → call.act = .message id act → (t.stepBy rules call).2 = .ok →
    ∃ e ∈ t.log, ∃ digest, e.outcome = .ok ∧ e.call.who.role = .person ∧ e.call.act = .message id (.approve digest)

/-- What is released was released by a person. -/
def ReleasedByPerson (t : Tenant) : Prop := ∀ id m, t.messages id = some m → m.released = true →
  ∃ e ∈ t.log, ∃ digest, e.outcome = .ok ∧ e.call.who.role = .person ∧ e.call.act = .message id (.approve digest)

theorem released_step (t : Tenant) (c : Call) (p : ReleasedByPerson t) : ReleasedByPerson (t.step c).1 := by
  intro id m' row released
  rw [t.step_log c]
  have before : ∀ m, t.messages id = some m → m.released = true →
      ∃ e ∈ t.note c (t.step c).2 :: t.log, ∃ digest, e.outcome = .ok ∧ e.call.who.role = .person ∧
        e.call.act = .message id (.approve digest) := by
    intro m hm h
    obtain ⟨e, he, r⟩ := p id m hm h
    exact ⟨e, .tail _ he, r⟩
  cases Tenant.messages_after row with
  | kept old => exact before m' old released
  | submitted => simp [Message.submitted] at released
  | @received _ _ verdict => cases verdict <;> simp [Message.received, inbox] at released
  | @moved act m b ha ok hm _ r =>
    by_cases h : m.released = true
    · exact before m hm h
    · cases act with
      | approve digest =>
        simp [MessageAct.requires, Caller.mayDecide, Caller.is] at r
        exact ⟨_, .head _, digest, ok, r.1.1, ha⟩
      | _ => simp only [MessageAct.effect, route, retry, inbox] at released; grind

theorem Reachable.released {t : Tenant} (reached : Reachable ours t) : ReleasedByPerson t :=
  reached.keeps (by intro id m h; cases h) released_step

/-- Inbound mail is nobody's own but the mail server's. -/
def InboundFromServer (t : Tenant) : Prop := ∀ id m, t.messages id = some m → m.direction = .inbound → m.composer.role = .mailServer

theorem fromServer_step (t : Tenant) (c : Call) (p : InboundFromServer t) : InboundFromServer (t.step c).1 := by
  intro id m' row inbound
  cases Tenant.messages_after row with
  | kept old => exact p id m' old inbound
  | submitted => simp [Message.submitted] at inbound
  | @received _ _ verdict _ ha ok _ hb =>
    have r := Tenant.ok_requires ok
    simp [Tenant.requires, ha, Caller.is] at r
    obtain ⟨_, _, server, _⟩ := r
    cases verdict <;> simpa [Message.received, inbox] using server
  | @moved act m b _ _ hm _ _ =>
    have origin := effect_origin (t.view b) (t.caller c) m act
    rw [origin.composer]; rw [origin.direction] at inbound
    exact p id m hm inbound

theorem Reachable.fromServer {t : Tenant} (reached : Reachable ours t) : InboundFromServer t :=
  reached.keeps (by intro id m h; cases h) fromServer_step

theorem gated_all_hides_inbound : GatedAllHidesInbound ours := by
  intro t call id act m b reached hm hb inbound gated agent ha ok
  have ok : (t.step call).2 = .ok := ok
  have r := Tenant.ok_requires ok
  simp only [Tenant.requires, ha, hm, hb, having] at r
  have server := reached.fromServer id m hm inbound
  have notMine : call.who ≠ m.composer := by
    intro same; rw [same, server] at agent; cases agent
  have mayNot : (t.caller call).mayDecide = false := by simp [Caller.mayDecide, Caller.is, agent]
  suffices released : m.released = true from reached.released id m hm released
  cases h : m.released with
  | true => rfl
  | false =>
    have hides : hidden (t.view b) m = true := by
      simp [hidden, inbound, h, Tenant.view]; exact gated
    cases act <;> simp [MessageAct.requires, Caller.mayWrite, Caller.is, visible, mayNot, notMine, agent, hides] at r

end Countersign
