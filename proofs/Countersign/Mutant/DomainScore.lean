import Countersign.Thm.DomainScore
/-! Spoiled scores under which the laws about risk are false. -/
namespace Countersign.Mutant

/-- Sums that nobody caps. -/
def uncapped : List Finding → Risk := scoreBy fun sofar f => match sofar with
  | .known s => .known (s + f.signal.weights.at f.level)
  | r => r

theorem without_a_cap : ¬ RiskIsBounded uncapped := fun law =>
  absurd (law [⟨.threatList, .first⟩, ⟨.blocklist, .first⟩] 1720 (by decide)) (by decide)

/-- A table whose row for DMARC does not go upwards. -/
def crooked : List Finding → Risk := scoreBy fun sofar f => match sofar with
  | .known s => .known (min 1000 (s + (match f.signal, f.level with | .dmarc, .third => 10 | _, _ => f.signal.weights.at f.level)))
  | r => r

theorem with_a_crooked_row : ¬ RiskIsMonotone crooked := fun law =>
  absurd (law [⟨.dmarc, .second⟩] [⟨.dmarc, .third⟩] ⟨rfl, rfl, trivial⟩ 70 10 (by decide) (by decide)) (by decide)

/-- A time-out that reads as clean. -/
def silent : List Finding → Risk := scoreBy fun sofar f => match sofar with
  | .known s => .known (min 1000 (s + f.signal.weights.at f.level))
  | r => r

theorem with_silence : ¬ UnknownSignalMakesRiskUnknown silent := fun law =>
  absurd ((law [⟨.blocklist, .unknown⟩]).2 ⟨_, .head _, rfl⟩) (by decide)

/-- Only the first recipient is looked at. -/
def firstOnly (threshold : Nat) : List Risk → Risk
  | [] => worst threshold []
  | first :: _ => worst threshold [first]

theorem with_the_first_recipient_only : ¬ WorstRecipientCounts firstOnly := fun law =>
  absurd ((law 700 [.known 10, .known 900]).1 (.known 900) (by simp)) (by decide)

end Countersign.Mutant
