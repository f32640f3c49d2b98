import Countersign.Thm.Merkle
/-! Spoiled trees and checks under which the laws about the ledger's tree are false. -/
namespace Countersign.Mutant
open Merkle
noncomputable section

/-- A hash that tells strings apart by their second byte only: enough for these. -/
def bySecond (x : Bytes) : Bytes := List.replicate 32 (x.getD 1 0)

theorem bySecond_length (x : Bytes) : (bySecond x).length = 32 := by simp [bySecond]

theorem apart : NoCollision bySecond [[0, 0], [0, 1]] := by
  intro a ha b hb h
  simp only [List.mem_cons, List.not_mem_nil, or_false] at ha hb
  rcases ha with rfl | rfl <;> rcases hb with rfl | rfl <;> simp [bySecond] at h ⊢

/-- The first entry is left out of the tree. -/
theorem leaving_out_the_first : ¬ HistoryIsTamperEvident fun hash d => root hash (d.drop 1) := fun law => by
  have := law bySecond bySecond_length [[0]] [[1]] (by rw [hashed_one, hashed_one]; exact apart) rfl
  simp at this

/-- The index is not compared with the size. -/
theorem any_index : ¬ InclusionIsSound climb := fun law => by
  have := law bySecond bySecond_length [[0]] [0] 5 [] [[0, 0]] (by rw [root_one]; rfl)
    (by rw [hashed_one]; exact apart.mono (by simp))
  simp at this

/-- Trees of one size count as one tree. -/
def sizesOnly (hash : Bytes → Bytes) (old : Bytes) (m n : Nat) (_ : List Bytes) : Option (Bytes × WorkedOut) :=
  if m = n then some (old, hash [0, 0], []) else none

theorem comparing_sizes_only : ¬ ConsistencyIsSound sizesOnly := fun law => by
  have := law bySecond bySecond_length [[0]] [[1]] [] [] (by rw [root_one, root_one]; rfl)
    (by rw [hashed_one, hashed_one]; exact apart)
  simp at this

end
end Countersign.Mutant
