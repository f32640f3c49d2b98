/-! The Merkle tree of the ledger (RFC 9162, 2.1): its root, and how proofs of inclusion and consistency are checked. -/
namespace Countersign.Merkle
noncomputable section

abbrev Bytes := List UInt8

/-- The largest power of two below `n`, for `n ≥ 2`. -/
def half (n : Nat) : Nat := 2 ^ Nat.log2 (n - 1)

theorem half_bounds {n : Nat} (h : 2 ≤ n) : 0 < half n ∧ half n < n := by
  have := Nat.log2_self_le (n := n - 1) (by omega)
  exact ⟨Nat.two_pow_pos _, by unfold half; omega⟩

/-- The entries under the left and the right half of the tree. -/
def left (d : List Bytes) : List Bytes := d.take (half d.length)
def right (d : List Bytes) : List Bytes := d.drop (half d.length)

theorem left_shorter (d : List Bytes) (h : 2 ≤ d.length) : (left d).length < d.length := by
  have := half_bounds h; simp only [left, List.length_take]; omega
theorem right_shorter (d : List Bytes) (h : 2 ≤ d.length) : (right d).length < d.length := by
  have := half_bounds h; simp only [right, List.length_drop]; omega
theorem left_right (d : List Bytes) : left d ++ right d = d := List.take_append_drop _ _

/-- The tree hash of the entries (2.1.1): 0 before an entry, 1 before two hashes. -/
def root (hash : Bytes → Bytes) (d : List Bytes) : Bytes :=
  if h : 2 ≤ d.length then
    have := left_shorter d h; have := right_shorter d h
    hash (1 :: (root hash (left d) ++ root hash (right d)))
  else match d with
    | [] => hash []
    | e :: _ => hash (0 :: e)
termination_by d.length

/-- Every string that is hashed on the way to the root. -/
def hashed (hash : Bytes → Bytes) (d : List Bytes) : List Bytes :=
  if h : 2 ≤ d.length then
    have := left_shorter d h; have := right_shorter d h
    (1 :: (root hash (left d) ++ root hash (right d))) :: (hashed hash (left d) ++ hashed hash (right d))
  else match d with
    | [] => [[]]
    | e :: _ => [0 :: e]
termination_by d.length

/-- What a check works out: a root, and every string that it hashed on the way. -/
abbrev WorkedOut := Bytes × List Bytes

/-- The root over a tree of `size` entries with `entry` at `index`, from the hashes beside its path, the topmost first. -/
def climb (hash : Bytes → Bytes) (entry : Bytes) : (index size : Nat) → (path : List Bytes) → Option WorkedOut
  | _, size, [] => if size = 1 then some (hash (0 :: entry), [0 :: entry]) else none
  | index, size, beside :: path =>
    if size < 2 then none
    else if index < half size then
      (climb hash entry index (half size) path).map fun (below, strings) =>
        (hash (1 :: (below ++ beside)), (1 :: (below ++ beside)) :: strings)
    else
      (climb hash entry (index - half size) (size - half size) path).map fun (below, strings) =>
        (hash (1 :: (beside ++ below)), (1 :: (beside ++ below)) :: strings)

/-- A proof of inclusion (2.1.3) is good when this is the root. -/
def inclusion (hash : Bytes → Bytes) (entry : Bytes) (index size : Nat) (path : List Bytes) : Option WorkedOut :=
  if index < size then climb hash entry index size path else none

/-- The old root over `m` entries and the new root over `n`, from the hashes of a proof, the topmost first; `known` while the old
tree still is a whole subtree whose hash is the old root itself. -/
def extend (hash : Bytes → Bytes) (old : Bytes) : (m n : Nat) → (known : Bool) → (path : List Bytes) → Option (Bytes × WorkedOut)
  | m, n, known, [] => if m = n ∧ known = true then some (old, old, []) else none
  | m, n, known, beside :: path =>
    if m = n then if known = false ∧ path.length = 0 then some (beside, beside, []) else none
    else if m ≤ half n then
      (extend hash old m (half n) known path).map fun (o, w, strings) =>
        (o, hash (1 :: (w ++ beside)), (1 :: (w ++ beside)) :: strings)
    else
      (extend hash old (m - half n) (n - half n) false path).map fun (o, w, strings) =>
        (hash (1 :: (beside ++ o)), hash (1 :: (beside ++ w)), (1 :: (beside ++ o)) :: (1 :: (beside ++ w)) :: strings)

/-- A proof of consistency (2.1.4) is good when the first is the old root and the second the new one; every hash in it has 32 bytes. -/
def consistency (hash : Bytes → Bytes) (old : Bytes) (m n : Nat) (path : List Bytes) : Option (Bytes × WorkedOut) :=
  if 0 < m ∧ m ≤ n ∧ ∀ h ∈ path, h.length = 32 then extend hash old m n true path else none

end
end Countersign.Merkle
