import Countersign.Thm.Canon
/-! Spoiled encodings under which the laws about claims are false. -/
namespace Countersign.Mutant
open Canon
noncomputable section

/-- Strings in quotes, but not escaped. -/
def unescaped (c : Claim) : ByteArray := (String.ofList (canonicalWith (fun t => '"' :: (t ++ ['"'])) c)).toByteArray

def claim (operator oversight : String) : Claim :=
  { aiGenerated := true, capabilities := [], created := [], iat := 0, operator := operator.toList, oversight := oversight.toList,
    reputationHash := [], service := [], verifiedOperator := false }

/-- An operator's name can then say what the oversight is. -/
theorem without_escapes : ¬ CanonicalIsInjective unescaped := fun law => by
  have same := law (claim "p\",\"oversight\":\"q" "r") (claim "p" "q\",\"oversight\":\"r") (by rfl)
  have := congrArg (fun c => c.operator.length) same
  revert this; decide

/-- Whether a machine wrote the mail is left out. -/
def unsaid (c : Claim) : ByteArray := bytes { c with aiGenerated := true }

/-- A scheme in which exactly this text verifies. -/
def only (text : ByteArray) : Scheme := ⟨Unit, Unit, fun _ t _ => @decide (t = text) (Classical.propDecidable _)⟩

theorem only_unforgeable (text : ByteArray) : Unforgeable (only text) fun _ t => t = text := by
  intro k t g h; simpa [only] using h

theorem leaving_it_unsaid : ¬ TamperEvidentAiGenerated unsaid := fun law => by
  have := law (only (unsaid (claim "" ""))) _ (only_unforgeable _) () (claim "" "") (fun _ h => h) ()
  simp [only, unsaid, claim] at this

theorem leaving_a_field_unsaid : ¬ TamperEvidentEveryField unsaid := fun law => by
  have := law (only (unsaid (claim "" ""))) _ (only_unforgeable _) () (claim "" "") (fun _ h => h)
    { claim "" "" with aiGenerated := false } () (fun h => by cases congrArg Claim.aiGenerated h)
  simp [only, unsaid, claim] at this

end
end Countersign.Mutant
