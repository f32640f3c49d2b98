import Countersign.Mutant.Cast
import Countersign.Thm.Approvals
import Countersign.Thm.Dispatch
/-! Spoiled rules under which the laws about delivery are false, each shown by a trace. -/
namespace Countersign.Mutant
noncomputable section

/-- Not asking again at dispatch lets out what was free when it was queued, although the mailbox is gated by now. -/
theorem without_needsApproval : ¬ NoDeliveryWithoutApproval (without .needsApproval) := fun law => by
  obtain ⟨m, b, hm, hb, people⟩ := law _ dispatch 0 (reached _ (free ++ [setMode .gatedSend])) ⟨rfl, rfl⟩
  cases hm; cases hb
  obtain ⟨ps, _, some_, _, _, real⟩ := people (.inl rfl)
  obtain ⟨p, hp⟩ := List.exists_mem_of_length_pos some_
  obtain ⟨_, _, e, he, _, _, act⟩ := real p hp
  exact no_approval (by rfl) he 7 act

/-- Our rules, but the mode at submission is forgotten. -/
def forgetsMode : Rules :=
  { ours with effect := fun t c => match c.act with
      | .submit id box digest sendAt timing =>
        { t with messages := put t.messages id (some (.submitted box c.who digest sendAt timing .autonomous 1)) }
      | _ => t.effect c }

theorem forgetting_the_mode : ¬ GatedNowMeansGated forgetsMode := fun law => by
  have := (law _ (reached _ staffed)).1 submit 0 0 7 0 .gateFirst _ [setMode .autonomous, scan] dispatch _ _ rfl rfl rfl ⟨rfl, rfl⟩ rfl rfl
    (.inl rfl)
  exact absurd this.1 (by decide)

theorem without_staleDigest : ¬ ApprovalBindsBytes (without .staleDigest) := fun law =>
  (law _ 0 _ (reached _ (staffed ++ [submit, scan])) rfl).2.1 (on ann 2 (.approve 8)) 8 rfl (by decide) rfl

/-- An edit of an approved message is let through and keeps its approvals. -/
def editKeepsApprovals : Rules := Rules.doing (without .approved) fun _ m act =>
  match act with
  | .edit digest sendAt => some { m with digest, sendAt, status := .pendingScan }
  | _ => none

theorem an_edit_that_keeps_approvals : ¬ ApprovalBindsBytes editKeepsApprovals := fun law => by
  have := (law _ 0 _ (reached _ (staffed ++ [⟨bot, 1, .submit 0 0 7 50 .gateFirst⟩, scan, approve])) rfl).2.2.1
    (on bot 1 (.edit 8 0)) _ rfl (by decide)
  cases this

/-- Ann writes with one key and approves with another. -/
theorem without_ownMessage : ¬ NoSelfApproval (without .ownMessage) := fun law =>
  (law _ ⟨ann, 3, .submit 0 0 7 0 .gateFirst⟩ 0 0 7 0 .gateFirst [scan]
    (reached _ (staffed ++ [⟨founder, 0, .createKey 3 ann ⟨true, true, false, false⟩ noCode⟩])) rfl rfl).2 approve 7 rfl rfl rfl

theorem without_readOnly : ¬ ReadOnlyNeverSends (without .readOnly) := fun law =>
  (law _ dispatch 0 _ _ (reached _ (approved ++ [setMode .readOnly])) rfl).1 rfl rfl ⟨rfl, rfl⟩

theorem without_suspended : ¬ SuspendedNeverSends (without .suspended) := fun law =>
  (law _ dispatch 0 _ _ (reached _ (approved ++ [⟨ann, 2, .suspendAll⟩]))).1 rfl rfl (.inl rfl) ⟨rfl, rfl⟩

/-- The clock releases what is not due, and releases it past its schedule. -/
def releasesEarly : Rules := Rules.doing (without .notDue) fun _ m act =>
  match act with
  | .release => some { m with status := .queued }
  | _ => none

theorem releasing_early : ¬ ScheduleIsRespected releasesEarly := fun law =>
  absurd ((law _ dispatch (reached _ (staffed ++ [⟨bot, 1, .submit 0 0 7 50 .gateFirst⟩, scan, approve, on clock 0 .release]))).1
    0 _ rfl ⟨rfl, rfl⟩) (by decide)

/-- The copy is decided by the stricter mode alone, so that mail approved under a gate and sent when monitored carries none. -/
def copiesByGoverning : Rules := Rules.doing ours fun v m act =>
  match act with
  | .beginDispatch => some { m with status := .sending, copied := decide (governing v m = .monitored) }
  | _ => none

theorem copying_by_the_stricter_mode : ¬ MonitoredIsCopied copiesByGoverning := fun law => by
  have := law _ dispatch 0 _ _ _ (reached _ (approved ++ [setMode .monitored])) rfl rfl ⟨rfl, rfl⟩ rfl (.inl rfl)
  cases this

theorem without_risky : ¬ RiskAboveThresholdNeverLeaves (without .risky) := fun law =>
  (law _ dispatch 0 _ _ _ (reached _ (free ++ [setPolicy { policy with riskThreshold := 5 }])) rfl rfl rfl rfl).1 10 rfl (by decide)
    ⟨rfl, rfl⟩

theorem unknown_risk_without_needsApproval : ¬ UnknownRiskGoesToAPerson (without .needsApproval) := fun law => by
  obtain ⟨p, _, _, e, he, _, _, act⟩ := law _ dispatch 0 _ _
    (reached _ (staffed ++ [setMode .autonomous, setPolicy { policy with riskChecks := false }, submit,
      on scanner 0 (.scanResult 7 .unchecked), setPolicy policy])) rfl rfl ⟨rfl, rfl⟩ (.inr ⟨rfl, rfl⟩)
  exact no_approval (by rfl) he _ act

end
end Countersign.Mutant
