import Countersign.Spec.DomainScore
/-! What the score of a domain can be, and how it and a message's risk move. -/
namespace Countersign

/-- A score never leaves 0 to 1000. -/
def RiskIsBounded (score : List Finding → Risk) : Prop := ∀ findings s, score findings = .known s → s ≤ 1000

/-- Where every finding is at most as bad, the score is at most as high. -/
def RiskIsMonotone (score : List Finding → Risk) : Prop :=
  ∀ findings others, noWorse findings others → ∀ s t, score findings = .known s → score others = .known t → s ≤ t

/-- The risk is unknown exactly when an essential signal is. -/
def UnknownSignalMakesRiskUnknown (score : List Finding → Risk) : Prop :=
  ∀ findings, score findings = .unknown ↔ ∃ f ∈ findings, f.essentialUnknown = true

/-- No recipient's domain is worse than what counts for the message, and what counts is some recipient's, or nothing bad at all. -/
def WorstRecipientCounts (worst : Nat → List Risk → Risk) : Prop :=
  ∀ threshold risks, (∀ r ∈ risks, r.badness threshold ≤ (worst threshold risks).badness threshold) ∧
    (worst threshold risks ∈ risks ∨ worst threshold risks = .known 0)

theorem adding_unknown (f : Finding) : Risk.adding .unknown f = .unknown := rfl

theorem foldl_unknown (findings : List Finding) : findings.foldl Risk.adding .unknown = .unknown := by
  induction findings with
  | nil => rfl
  | cons f fs ih => rw [List.foldl_cons, adding_unknown]; exact ih

theorem foldl_bounded (findings : List Finding) (a : Nat) (ha : a ≤ 1000) (s : Nat)
    (h : findings.foldl Risk.adding (.known a) = .known s) : s ≤ 1000 := by
  induction findings generalizing a with
  | nil => cases h; exact ha
  | cons f fs ih =>
    rw [List.foldl_cons] at h
    by_cases u : f.essentialUnknown = true
    · simp only [Risk.adding, u, if_true, foldl_unknown] at h; cases h
    · simp only [Risk.adding, u] at h
      exact ih _ (Nat.min_le_left _ _) h

theorem risk_is_bounded : RiskIsBounded score := fun findings s h => foldl_bounded findings 0 (by decide) s h

/-- Every row of the table goes upwards. -/
theorem weights_ordered (s : Signal) : s.weights.first ≤ s.weights.second ∧ s.weights.second ≤ s.weights.third ∧
    s.weights.unknown ≤ s.weights.third := by cases s <;> decide

theorem at_mono (s : Signal) (a b : Level) (h : a.noWorse b = true) : s.weights.at a ≤ s.weights.at b := by
  have o := weights_ordered s
  cases a <;> cases b <;> simp [Level.noWorse, Level.rank] at h <;> simp [Weights.at] <;> omega

theorem foldl_mono (fs gs : List Finding) (h : noWorse fs gs) (a b : Nat) (hab : a ≤ b) (s t : Nat)
    (hs : fs.foldl Risk.adding (.known a) = .known s) (ht : gs.foldl Risk.adding (.known b) = .known t) : s ≤ t := by
  induction fs generalizing gs a b with
  | nil =>
    cases gs with
    | nil => cases hs; cases ht; exact hab
    | cons g gs => exact h.elim
  | cons f fs ih =>
    cases gs with
    | nil => exact h.elim
    | cons g gs =>
      obtain ⟨same, level, rest⟩ := h
      rw [List.foldl_cons] at hs ht
      by_cases uf : f.essentialUnknown = true
      · simp only [Risk.adding, uf, if_true, foldl_unknown] at hs; cases hs
      by_cases ug : g.essentialUnknown = true
      · simp only [Risk.adding, ug, if_true, foldl_unknown] at ht; cases ht
      simp only [Risk.adding, uf] at hs
      simp only [Risk.adding, ug] at ht
      have w := at_mono f.signal f.level g.level level
      rw [same] at w
      refine ih gs rest _ _ ?_ hs ht
      rw [same]
      omega

theorem risk_is_monotone : RiskIsMonotone score := fun fs gs h s t hs ht => foldl_mono fs gs h 0 0 (Nat.le_refl _) s t hs ht

theorem foldl_unknown_iff (findings : List Finding) (a : Nat) :
    findings.foldl Risk.adding (.known a) = .unknown ↔ ∃ f ∈ findings, f.essentialUnknown = true := by
  induction findings generalizing a with
  | nil => simp
  | cons f fs ih =>
    rw [List.foldl_cons]
    by_cases u : f.essentialUnknown = true
    · simp [Risk.adding, u, foldl_unknown]
    · simp only [Risk.adding, u]
      rw [if_neg (by simp), ih]
      simp [u]

theorem unknown_signal_makes_risk_unknown : UnknownSignalMakesRiskUnknown score := fun findings => foldl_unknown_iff findings 0

theorem worse_badness (threshold : Nat) (one other : Risk) :
    one.badness threshold ≤ (Risk.worse threshold one other).badness threshold ∧
    other.badness threshold ≤ (Risk.worse threshold one other).badness threshold := by
  unfold Risk.worse; split <;> omega

theorem foldl_worst (threshold : Nat) (risks : List Risk) (a : Risk) :
    a.badness threshold ≤ (risks.foldl (Risk.worse threshold) a).badness threshold ∧
    (∀ r ∈ risks, r.badness threshold ≤ (risks.foldl (Risk.worse threshold) a).badness threshold) ∧
    (risks.foldl (Risk.worse threshold) a ∈ risks ∨ risks.foldl (Risk.worse threshold) a = a) := by
  induction risks generalizing a with
  | nil => simp
  | cons x xs ih =>
    rw [List.foldl_cons]
    obtain ⟨low, all, one⟩ := ih (Risk.worse threshold a x)
    have w := worse_badness threshold a x
    refine ⟨by omega, fun r hr => ?_, ?_⟩
    · cases hr with
      | head => omega
      | tail _ hr => exact all r hr
    · rcases one with one | one
      · exact .inl (.tail _ one)
      · rw [one]
        unfold Risk.worse; split
        · exact .inl (.head _)
        · exact .inr rfl

theorem worst_recipient_counts : WorstRecipientCounts worst := fun threshold risks =>
  let ⟨_, all, one⟩ := foldl_worst threshold risks (.known 0)
  ⟨all, one⟩

/-- So a recipient above the threshold is never hidden behind another. -/
theorem worst_above (threshold s : Nat) (risks : List Risk) (h : Risk.known s ∈ risks) (above : threshold < s) :
    ∃ t, worst threshold risks = .known t ∧ s ≤ t := by
  have b := (worst_recipient_counts threshold risks).1 _ h
  cases e : worst threshold risks with
  | unknown => simp only [e, Risk.badness, above, if_true] at b; omega
  | unchecked => simp only [e, Risk.badness, above, if_true] at b; omega
  | known t => refine ⟨t, rfl, ?_⟩; simp only [e, Risk.badness, above, if_true] at b; split at b <;> omega

end Countersign
