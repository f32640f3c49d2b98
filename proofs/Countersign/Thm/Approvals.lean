import Countersign.Thm.Moves
/-! The approvals that a message carries are what the ledger says: different people, none its composer, each for its present
digest. From this follow the laws about delivery and approval. -/
namespace Countersign

/-- What is true of the approvals of every message that can be reached. -/
structure Honest (log : List Entry) (id : Nat) (m : Message) : Prop where
  once : (m.approvals.map fun a => a.who.id).Nodup
  real : ∀ a ∈ m.approvals, a.who.role = .person ∧ a.who.id ≠ m.composer.id ∧ a.digest = m.digest ∧
    ApprovedIn log id a.who m.digest

theorem hasApproved_iff (person : Nat) (l : List Approval) : hasApproved person l = true ↔ person ∈ l.map fun a => a.who.id := by
  induction l with
  | nil => simp [hasApproved]
  | cons a l ih => simp only [hasApproved, Bool.or_eq_true, decide_eq_true_eq, ih, List.map_cons, List.mem_cons, @eq_comm _ a.who.id]

theorem ApprovedIn.later {log : List Entry} {id : Nat} {p : Principal} {digest : Nat} (e : Entry) (a : ApprovedIn log id p digest) :
    ApprovedIn (e :: log) id p digest := by
  obtain ⟨e', he, r⟩ := a
  exact ⟨e', .tail _ he, r⟩

theorem Honest.kept {log : List Entry} {id : Nat} {m m' : Message} (e : Entry) (hm : Honest log id m)
    (same : m'.approvals = m.approvals) (bytes : m'.digest = m.digest) (whose : m'.composer = m.composer) :
    Honest (e :: log) id m' := by
  refine ⟨same ▸ hm.once, fun a ha => ?_⟩
  obtain ⟨person, other, digest, said⟩ := hm.real a (same ▸ ha)
  exact ⟨person, whose ▸ other, bytes ▸ digest, bytes ▸ said.later e⟩

def AllHonest (t : Tenant) : Prop := ∀ id m, t.messages id = some m → Honest t.log id m

theorem honest_step (t : Tenant) (c : Call) (all : AllHonest t) : AllHonest (t.step c).1 := by
  intro id m' row
  rw [t.step_log c]
  cases Tenant.messages_after row with
  | kept old => exact (all id m' old).kept _ rfl rfl rfl
  | submitted => exact ⟨.nil, by simp [Message.submitted]⟩
  | received => constructor <;> simp only [Message.received, inbox] <;> split <;> simp
  | @moved act m b ha ok hm hb r =>
    have old := all id m hm
    have origin := effect_origin (t.view b) (t.caller c) m act
    rcases effect_approvals (t.view b) (t.caller c) m act with ⟨same, bytes⟩ | ⟨digest, rfl, new, bytes⟩ | ⟨_, _, _, none, _⟩
    · exact old.kept _ same bytes origin.composer
    · simp [MessageAct.requires, Caller.mayDecide, Caller.is] at r
      obtain ⟨⟨person, _⟩, other, fresh, _, rfl, _⟩ := r
      have fresh : c.who.id ∉ m.approvals.map fun a => a.who.id := by
        rw [← hasApproved_iff]; simp [fresh]
      have kept := old.kept (m' := m) (t.note c (t.step c).2) rfl rfl rfl
      refine ⟨?_, fun a ha' => ?_⟩
      · rw [new]; exact List.nodup_cons.2 ⟨fresh, old.once⟩
      · rw [new] at ha'; rw [origin.composer, bytes]
        cases ha' with
        | head => exact ⟨person, other, rfl, _, .head _, ok, rfl, ha⟩
        | tail _ ha' => exact kept.real a ha'
    · exact ⟨by rw [none]; exact .nil, by rw [none]; simp⟩

theorem Reachable.honest {t : Tenant} (reached : Reachable ours t) : AllHonest t :=
  reached.keeps (by intro id m h; cases h) honest_step

theorem countFor_all {digest : Nat} {l : List Approval} (all : ∀ a ∈ l, a.digest = digest) : countFor digest l = l.length := by
  induction l with
  | nil => rfl
  | cons a l ih =>
    simp [countFor, all a (.head _), ih fun a ha => all a (.tail _ ha)]

theorem Honest.count {log : List Entry} {id : Nat} {m : Message} (honest : Honest log id m) :
    countFor m.digest m.approvals = m.approvals.length :=
  countFor_all fun a ha => (honest.real a ha).2.2.1

/-- In every trace: when a message is handed to the mail server, and its mailbox is gated now or was when it was handed in, then
at least as many different people as the mailbox requires, now or then, and at least one, have approved exactly these bytes before
that; each is a person and none of them composed it. -/
def NoDeliveryWithoutApproval (rules : Rules) : Prop :=
  ∀ t call id, Reachable rules t → Dispatches rules t call id →
    ∃ m b, t.messages id = some m ∧ t.mailboxes m.mailbox = some b ∧
      (b.mode.gated ∨ m.modeAtSubmission.gated →
        ∃ people : List Principal, (people.map fun p => p.id).Nodup ∧
          1 ≤ people.length ∧ b.policy.requiredApprovals ≤ people.length ∧ m.requiredAtSubmission ≤ people.length ∧
          ∀ p ∈ people, p.role = .person ∧ p.id ≠ m.composer.id ∧ ApprovedIn t.log id p m.digest)

/-- As many different people as required, at least one, have approved exactly these bytes; none of them composed it. -/
def ApprovedByEnough (t : Tenant) (id : Nat) (m : Message) (b : Mailbox) : Prop :=
  ∃ people : List Principal, (people.map fun p => p.id).Nodup ∧
    1 ≤ people.length ∧ b.policy.requiredApprovals ≤ people.length ∧ m.requiredAtSubmission ≤ people.length ∧
    ∀ p ∈ people, p.role = .person ∧ p.id ≠ m.composer.id ∧ ApprovedIn t.log id p m.digest

theorem approved_before {t : Tenant} {call : Call} {id : Nat} (all : AllHonest t) (d : Dispatches ours t call id) :
    ∃ m b, t.messages id = some m ∧ t.mailboxes m.mailbox = some b ∧
      (b.mode.gated ∨ m.modeAtSubmission.gated → ApprovedByEnough t id m b) := by
  obtain ⟨m, b, hm, hb, _, _, _, _, _, en, _⟩ := dispatch_needs d
  refine ⟨m, b, hm, hb, fun gated => ?_⟩
  have honest := all id m hm
  have g : (b.mode.gated || m.modeAtSubmission.gated) = true := by simpa using gated
  simp only [enough, needed, governing, Tenant.view, stricter_gated, g, if_true, decide_eq_true_eq, honest.count] at en
  refine ⟨m.approvals.map fun a => a.who, ?_, ?_, ?_, ?_, fun p hp => ?_⟩
  · simpa [List.map_map, Function.comp_def] using honest.once
  all_goals try (simp only [List.length_map]; omega)
  obtain ⟨a, ha, rfl⟩ := List.mem_map.1 hp
  obtain ⟨person, other, _, said⟩ := honest.real a ha
  exact ⟨person, other, said⟩

theorem no_delivery_without_approval : NoDeliveryWithoutApproval ours :=
  fun _ _ _ reached d => approved_before reached.honest d

/-- The mode at submission and the mode at dispatch both count, and so do the numbers of approvals required: whatever happened to
the mailbox in between, mail from a mailbox that was gated or is gated leaves only with them. A change of mode moves no message. -/
def GatedNowMeansGated (rules : Rules) : Prop :=
  ∀ t, Reachable rules t →
    (∀ submit id box digest sendAt timing b later call m b', let t' := (t.stepBy rules submit).1.runBy rules later
      submit.act = .submit id box digest sendAt timing → (t.stepBy rules submit).2 = .ok → t.mailboxes box = some b →
      Dispatches rules t' call id → t'.messages id = some m → t'.mailboxes box = some b' →
      b.mode.gated ∨ b'.mode.gated →
        1 ≤ countFor m.digest m.approvals ∧ b.policy.requiredApprovals ≤ countFor m.digest m.approvals ∧
        b'.policy.requiredApprovals ≤ countFor m.digest m.approvals) ∧
    (∀ call box mode by_, call.act = .setMode box mode ∨ call.act = .applyUpgrade box mode by_ →
      (t.stepBy rules call).1.messages = t.messages)

theorem gated_now_means_gated : GatedNowMeansGated ours := by
  refine fun t _ => ⟨?_, ?_⟩
  · intro submit id box digest sendAt timing b later call m b' t' act ok hb d hm hb' gated
    have row := Tenant.submitted_row act ok hb
    obtain ⟨x, hx, origin⟩ := Tenant.origin_run later row
    obtain ⟨y, c, hy, hc, _, _, _, _, _, en, _⟩ := dispatch_needs d
    have xm : x = m := by have := hx.symm.trans hm; simpa using this
    have ym : y = m := by have := hy.symm.trans hm; simpa using this
    subst xm ym
    have cb : c = b' := by
      have := hc.symm.trans ((congrArg t'.mailboxes origin.mailbox).trans hb'); simpa using this
    subst cb
    have g : (c.mode.gated || y.modeAtSubmission.gated) = true := by
      rw [origin.mode]; simpa [Message.submitted, or_comm] using gated
    have required : y.requiredAtSubmission = b.policy.requiredApprovals := origin.required
    simp only [enough, needed, governing, Tenant.view, stricter_gated, g, if_true, decide_eq_true_eq] at en
    omega
  · intro call box mode by_ act
    rcases t.step_cases call with ⟨why, e⟩ | ⟨_, e⟩
    · rw [stepBy_ours, e]
    · rcases act with act | act <;> rw [stepBy_ours, e] <;> simp [Tenant.effect, act]

/-- Every approval that a message carries was given for the digest it has now, and the ledger says so; an approval of any other
digest is refused; when the digest changes, no approval remains; and what is handed over is what the approvals were given for. -/
def ApprovalBindsBytes (rules : Rules) : Prop :=
  ∀ t id m, Reachable rules t → t.messages id = some m →
    (∀ a ∈ m.approvals, a.digest = m.digest ∧ ApprovedIn t.log id a.who m.digest) ∧
    (∀ call digest, call.act = .message id (.approve digest) → digest ≠ m.digest → (t.stepBy rules call).2 ≠ .ok) ∧
    (∀ call m', (t.stepBy rules call).1.messages id = some m' → m'.digest ≠ m.digest → m'.approvals = []) ∧
    (∀ call m', Dispatches rules t call id → (t.stepBy rules call).1.messages id = some m' → m'.digest = m.digest)

theorem approval_binds_bytes : ApprovalBindsBytes ours := by
  intro t id m reached hm
  refine ⟨fun a ha => ?_, fun call digest act other ok => ?_, fun call m' row changed => ?_, fun call m' d row => ?_⟩
  · obtain ⟨_, _, digest, said⟩ := (reached.honest id m hm).real a ha
    exact ⟨digest, said⟩
  · have r := Tenant.ok_requires ok
    simp [Tenant.requires, act, MessageAct.requires, hm] at r
    obtain ⟨_, _, _, _, _, _, same, _⟩ := r
    exact other same
  · cases Tenant.messages_after row with
    | kept old => rw [hm] at old; cases old; exact absurd rfl changed
    | submitted _ _ fresh => rw [hm] at fresh; cases fresh
    | received _ _ fresh => rw [hm] at fresh; cases fresh
    | @moved act x b _ _ old _ _ =>
      rw [hm] at old; cases old
      rcases effect_approvals (t.view b) (t.caller call) m act with ⟨_, same⟩ | ⟨_, _, _, same⟩ | ⟨_, _, _, none, _⟩
      · exact absurd same changed
      · exact absurd same changed
      · exact none
  · obtain ⟨x, b, hx, _, _, _, _, _, _, _, after⟩ := dispatch_needs d
    rw [hm] at hx; cases hx
    have := after.symm.trans row
    simp at this; rw [← this]

/-- The same about content: where no two contents in play share a digest, the content that a person approved is the content that
leaves. -/
theorem approved_content_is_what_leaves {Content : Type} (digestOf : Content → Nat) (approved leaving : Content)
    (noCollision : digestOf approved = digestOf leaving → approved = leaving)
    (t : Tenant) (id : Nat) (m : Message) (a : Approval) (reached : Reachable ours t) (hm : t.messages id = some m)
    (ha : a ∈ m.approvals) (given : a.digest = digestOf approved) (leaves : m.digest = digestOf leaving) : approved = leaving :=
  noCollision (given.symm.trans (((approval_binds_bytes t id m reached hm).1 a ha).1.trans leaves))

/-- Whoever composed a message is not among its approvers, and any attempt by the same one, whatever key is presented and in
whatever role, is refused; at any later time. -/
def NoSelfApproval (rules : Rules) : Prop :=
  ∀ t submit id box digest sendAt timing later, Reachable rules t →
    submit.act = .submit id box digest sendAt timing → (t.stepBy rules submit).2 = .ok →
    let t' := (t.stepBy rules submit).1.runBy rules later
    (∀ m a, t'.messages id = some m → a ∈ m.approvals → a.who.id ≠ submit.who.id) ∧
    (∀ call digest', call.act = .message id (.approve digest') → call.who.id = submit.who.id → (t'.stepBy rules call).2 ≠ .ok)

theorem no_self_approval : NoSelfApproval ours := by
  intro t submit id box digest sendAt timing later reached act ok t'
  have r := Tenant.ok_requires ok
  simp [Tenant.requires, act] at r
  obtain ⟨b, hb, _⟩ := r
  obtain ⟨x, hx, origin⟩ := Tenant.origin_run later (Tenant.submitted_row act ok hb)
  have composer : x.composer = submit.who := origin.composer
  refine ⟨fun m a hm ha => ?_, fun call digest' act' same ok' => ?_⟩
  · have xm : x = m := by have := hx.symm.trans hm; simpa using this
    subst xm
    have := (((reached.step submit).run later).honest id x hm).real a ha
    rw [← composer]; exact this.2.1
  · have hx' : t'.messages id = some x := hx
    have r := Tenant.ok_requires ok'
    simp [Tenant.requires, act', MessageAct.requires, hx'] at r
    obtain ⟨_, _, _, other, _⟩ := r
    exact other (by rw [composer]; exact same)

end Countersign
