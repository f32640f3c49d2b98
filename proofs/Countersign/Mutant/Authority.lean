import Countersign.Mutant.Cast
import Countersign.Thm.Codes
import Countersign.Thm.Credentials
import Countersign.Thm.Decisions
import Countersign.Thm.Endings
import Countersign.Thm.Inbound
import Countersign.Thm.Isolation
import Countersign.Thm.Ledger
import Countersign.Thm.Modes
/-! Spoiled rules under which the laws about authority, endings, tenants and the ledger are false, each shown by a trace. -/
namespace Countersign.Mutant
noncomputable section

/-- An agent with an administrator's key makes a key that decides, in the name of a person of its choice. -/
theorem without_needsOperator : ¬ NoEscalationToSelfApproval (without .needsOperator) := fun law => by
  have := (law _ bot (reached _ [
      ⟨founder, 0, .createKey 1 bot ⟨true, true, false, true⟩ noCode⟩,
      ⟨bot, 1, .requestCode 5 (.createKey ann ⟨true, false, true, false⟩) 1234⟩,
      ⟨bot, 1, .createKey 2 ann ⟨true, false, true, false⟩ ⟨5, 1234⟩⟩]) rfl).2.1 bot 2 _ .itself rfl (.inr rfl)
  cases this

/-- One key that sends and decides. -/
theorem without_sendAndOversight : ¬ NoEscalationToSelfApproval (without .sendAndOversight) := fun law =>
  (law _ bot (reached _ [⟨founder, 0, .createKey 1 ann ⟨true, true, true, false⟩ noCode⟩]) rfl).1 1 _ rfl ⟨rfl, rfl⟩

/-- Ann's one decision counts for two. -/
theorem without_alreadyApproved : ¬ ApprovalIsSingleUse (without .alreadyApproved) := fun law =>
  ((law _ approve 0 _ (reached _ (staffed ++ [setPolicy { policy with requiredApprovals := 2 }, submit, scan])) rfl trivial rfl).2.2
    [] approve (.approve 7) rfl trivial rfl).1 rfl

/-- When nobody answered in time, it goes out. -/
def expiryApproves : Rules := Rules.doing ours fun _ m act =>
  match act with
  | .expire => some { m with status := .queued }
  | _ => none

theorem approving_by_silence : ¬ SilenceNeverApproves expiryApproves := fun law => by
  obtain ⟨m, hm, _, _, waits, _⟩ := law (after expiryApproves (staffed ++ [submit, scan]))
    [⟨clock, 0, .tick 1000⟩, on clock 0 .expire] (by simp [on, clock]) 0 _ rfl
  cases hm
  rcases waits rfl with w | w | w <;> cases w

theorem without_looser : ¬ AutonomyNeverRisesWithoutOperator (without .looser) := fun law => by
  rcases (law _ ⟨bot, 1, .setMode 0 .autonomous⟩ 0 (reached _ staffed)).1 _ _ rfl rfl (by decide) with ⟨o, _⟩ | ⟨_, act, _⟩
  · cases o
  · cases act

/-- A code is good for any mode that its bearer names. -/
theorem without_wrongCode : ¬ AutonomyNeverRisesWithoutOperator (without .wrongCode) := fun law => by
  rcases (law _ ⟨bot, 1, .applyUpgrade 0 .autonomous noCode⟩ 0 (reached _ [
      ⟨founder, 0, .createMailbox 0 .gatedSend policy noCode⟩,
      ⟨founder, 0, .createKey 1 bot ⟨true, true, false, false⟩ noCode⟩])).1 _ _ rfl rfl (by decide) with ⟨o, _⟩ | ⟨p, _, ⟨e, he, _, _, act⟩, _⟩
  · cases o
  · cases he with
    | head => cases act
    | tail _ he => cases he with
      | head => cases act
      | tail _ he => cases he

/-- A bot with an administrator's key, and what it asks a code for. -/
def administered : List Call := [
  ⟨founder, 0, .createKey 1 bot ⟨true, true, false, true⟩ noCode⟩,
  ⟨bot, 1, .requestCode 5 (.operate 6) 1234⟩]

/-- An agent with an administrator's key does what it likes in the operator's place. -/
theorem without_needsCode : ¬ CodeStandsForOneActOnce (without .needsCode) := fun law => by
  rcases (law _ ⟨bot, 1, .operate 7 ⟨5, 1234⟩⟩ _ _ (reached _ administered) rfl rfl).2 with ⟨o, _⟩ | ⟨⟨e, he, _, _, act⟩, _⟩
  · cases o
  · cases he with
    | head => cases act
    | tail _ he => cases he with
      | head => cases act
      | tail _ he => cases he

/-- A code that was used is as good as before. -/
def keepsCodes : Rules :=
  { ours with effect := fun t c => match c.act with
      | .operate _ _ => t
      | _ => t.effect c }

theorem keeping_codes : ¬ CodeStandsForOneActOnce keepsCodes := fun law => by
  rcases (law _ ⟨bot, 1, .operate 6 ⟨5, 1234⟩⟩ _ _ (reached _ administered) rfl rfl).2 with ⟨o, _⟩ | ⟨_, never⟩
  · cases o
  · exact never [] ⟨bot, 1, .operate 6 ⟨5, 1234⟩⟩ _ _ rfl rfl (by decide) rfl

theorem without_held : ¬ GatedAllHidesInbound (without .held) := fun law => by
  obtain ⟨e, he, digest, _, _, act⟩ := law _ (on bot 1 .read) 0 _ _ _
    (reached _ (staffed ++ [setMode .gatedAll, ⟨server, 0, .receive 0 0 7 .clean⟩])) rfl rfl rfl (.inl rfl) rfl rfl rfl
  exact no_approval (by rfl) he digest act

theorem cancelled_without_wrongStatus : ¬ TerminalIsTerminal (without .wrongStatus) := fun law =>
  (law _ 0 _ (reached _ (approved ++ [on bot 1 .cancel])) rfl rfl []).2 dispatch ⟨rfl, rfl⟩

theorem sent_without_wrongStatus : ¬ SentIsFinal (without .wrongStatus) := fun law =>
  law _ 0 _ (reached _ (approved ++ [dispatch, accepted])) rfl rfl [] dispatch ⟨rfl, rfl⟩

/-- Not knowing how it ended, it tries again. -/
def retriesUnknown : Rules := Rules.doing ours fun v m act =>
  match act with
  | .outcomeUnknown => some (retry v m)
  | _ => none

theorem retrying_blindly : ¬ UnknownOutcomeIsNotRetriedBlindly retriesUnknown := fun law => by
  rcases (law _ 0 _ (reached _ (approved ++ [dispatch])) rfl).1 (on dispatcher 0 .outcomeUnknown) _ rfl (by decide) rfl with s | s <;> cases s

/-- Every call reaches every tenant. -/
def reachesAll : WorldStep := fun w tenant call => (fun t => ((w t).step call).1, ((w tenant).step call).2)

theorem reaching_all : ¬ TenantIsolation reachesAll := fun law => by
  have := congrArg Tenant.now ((law World.new 0 ⟨clock, 0, .tick 5⟩).1 1 (by decide))
  cases this

/-- A refused call is not worth an entry. -/
def forgetsRefusals : TenantStep := fun t call =>
  match (t.step call).2 with
  | .ok => t.step call
  | .refused why => (t, .refused why)

theorem forgetting_refusals : ¬ EveryStepIsLogged forgetsRefusals := fun law => by
  have := congrArg List.length (law Tenant.new ⟨bot, 1, .suspendAll⟩)
  cases this

end
end Countersign.Mutant
