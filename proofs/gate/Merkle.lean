import Countersign.Spec.Merkle
/-! The log's tree once more, in functions that this build of Lean can run, each equal to the specification's. -/
namespace Countersign.Merkle.Run

def append : List α → List α → List α
  | [], rest => rest
  | a :: t, rest => a :: append t rest

theorem append_eq (t rest : List α) : append t rest = t ++ rest := by
  induction t with
  | nil => rfl
  | cons a t ih => simp [append, ih]

def length : List α → Nat
  | [] => 0
  | _ :: t => length t + 1

theorem length_eq (t : List α) : length t = t.length := by
  induction t with
  | nil => rfl
  | cons a t ih => simp [length, ih]

def take : Nat → List α → List α
  | 0, _ => []
  | _, [] => []
  | n + 1, a :: t => a :: take n t

theorem take_eq (n : Nat) (t : List α) : take n t = t.take n := by
  induction n generalizing t with
  | zero => simp [take]
  | succ n ih => cases t <;> simp [take, ih]

def drop : Nat → List α → List α
  | 0, t => t
  | _, [] => []
  | n + 1, _ :: t => drop n t

theorem drop_eq (n : Nat) (t : List α) : drop n t = t.drop n := by
  induction n generalizing t with
  | zero => simp [drop]
  | succ n ih => cases t <;> simp [drop, ih]

/-- With a bound on the depth, so that it runs by plain recursion. -/
def rootIn (hash : Bytes → Bytes) : Nat → List Bytes → Bytes
  | 0, _ => []
  | _, [] => hash []
  | _, [e] => hash (0 :: e)
  | depth + 1, x :: y :: l =>
    let middle := half (length (x :: y :: l))
    hash (1 :: append (rootIn hash depth (take middle (x :: y :: l))) (rootIn hash depth (drop middle (x :: y :: l))))

theorem rootIn_eq (hash : Bytes → Bytes) (depth : Nat) (d : List Bytes) (h : d.length < depth) : rootIn hash depth d = root hash d := by
  induction depth generalizing d with
  | zero => omega
  | succ depth ih =>
    match d with
    | [] => simp [rootIn, root]
    | [e] => simp [rootIn, root]
    | x :: y :: l =>
      have two : 2 ≤ (x :: y :: l).length := by simp
      have bounds := half_bounds two
      simp only [rootIn]
      rw [root, dif_pos two, append_eq, length_eq, take_eq, drop_eq, ih, ih]
      · rfl
      · simp only [List.length_drop]; omega
      · simp only [List.length_take]; omega

def rootOn (hash : Bytes → Bytes) (d : List Bytes) : Bytes := rootIn hash (length d + 1) d

theorem rootOn_eq (hash : Bytes → Bytes) (d : List Bytes) : rootOn hash d = root hash d :=
  rootIn_eq hash _ d (by rw [length_eq]; omega)

/-- What the check of inclusion works out, without the strings on the way. -/
def climbOn (hash : Bytes → Bytes) (entry : Bytes) : Nat → Nat → List Bytes → Option Bytes
  | _, size, [] => if size = 1 then some (hash (0 :: entry)) else none
  | index, size, beside :: path =>
    if size < 2 then none
    else if index < half size then
      match climbOn hash entry index (half size) path with
      | some below => some (hash (1 :: append below beside))
      | none => none
    else
      match climbOn hash entry (index - half size) (size - half size) path with
      | some below => some (hash (1 :: append beside below))
      | none => none

theorem climbOn_eq (hash : Bytes → Bytes) (entry : Bytes) (path : List Bytes) (index size : Nat) :
    climbOn hash entry index size path = (climb hash entry index size path).map (·.1) := by
  induction path generalizing index size with
  | nil => simp only [climbOn, climb]; split <;> rfl
  | cons beside path ih =>
    simp only [climbOn, climb, ih, append_eq]
    split
    · rfl
    · split
      · cases climb hash entry index (half size) path <;> rfl
      · cases climb hash entry (index - half size) (size - half size) path <;> rfl

def inclusionOn (hash : Bytes → Bytes) (entry : Bytes) (index size : Nat) (path : List Bytes) : Option Bytes :=
  if index < size then climbOn hash entry index size path else none

theorem inclusionOn_eq (hash : Bytes → Bytes) (entry : Bytes) (index size : Nat) (path : List Bytes) :
    inclusionOn hash entry index size path = (inclusion hash entry index size path).map (·.1) := by
  simp only [inclusionOn, inclusion]; split <;> simp [climbOn_eq]

/-- Both roots that the check of consistency works out. -/
def extendOn (hash : Bytes → Bytes) (old : Bytes) : Nat → Nat → Bool → List Bytes → Option (Bytes × Bytes)
  | m, n, known, [] => if m = n ∧ known = true then some (old, old) else none
  | m, n, known, beside :: path =>
    if m = n then if known = false ∧ length path = 0 then some (beside, beside) else none
    else if m ≤ half n then
      match extendOn hash old m (half n) known path with
      | some (o, w) => some (o, hash (1 :: append w beside))
      | none => none
    else
      match extendOn hash old (m - half n) (n - half n) false path with
      | some (o, w) => some (hash (1 :: append beside o), hash (1 :: append beside w))
      | none => none

theorem extendOn_eq (hash : Bytes → Bytes) (old : Bytes) (path : List Bytes) (m n : Nat) (known : Bool) :
    extendOn hash old m n known path = (extend hash old m n known path).map fun (o, w, _) => (o, w) := by
  induction path generalizing m n known with
  | nil => simp only [extendOn, extend]; split <;> rfl
  | cons beside path ih =>
    simp only [extendOn, extend, ih, append_eq, length_eq]
    split
    · split <;> rfl
    · split
      · cases extend hash old m (half n) known path <;> rfl
      · cases extend hash old (m - half n) (n - half n) false path <;> rfl

def allWhole : List Bytes → Bool
  | [] => true
  | h :: t => length h == 32 && allWhole t

theorem allWhole_eq (path : List Bytes) : allWhole path = true ↔ ∀ h ∈ path, h.length = 32 := by
  induction path with
  | nil => simp [allWhole]
  | cons h t ih => simp [allWhole, ih, length_eq]

def consistencyOn (hash : Bytes → Bytes) (old : Bytes) (m n : Nat) (path : List Bytes) : Option (Bytes × Bytes) :=
  if 0 < m ∧ m ≤ n ∧ allWhole path = true then extendOn hash old m n true path else none

theorem consistencyOn_eq (hash : Bytes → Bytes) (old : Bytes) (m n : Nat) (path : List Bytes) :
    consistencyOn hash old m n path = (consistency hash old m n path).map fun (o, w, _) => (o, w) := by
  simp only [consistencyOn, consistency, allWhole_eq]; split <;> simp [extendOn_eq]

/-! A hash to compare with, of 32 bytes and quick to run: four sums, each of which every byte and its place change. -/

def lane : Bytes → Nat → Nat
  | [], n => n
  | b :: t, n => lane t ((n * 1099511628211 + b.toNat + 1) % 18446744073709551557)

def lowBytes : Nat → Nat → Bytes → Bytes
  | 0, _, done => done
  | k + 1, n, done => lowBytes k (n / 256) (UInt8.ofNat n :: done)

def sums (x : Bytes) : Bytes :=
  lowBytes 8 (lane x 1) (lowBytes 8 (lane x 2) (lowBytes 8 (lane x 3) (lowBytes 8 (lane x 5) [])))

/-! Questions come as rows of numbers: `0 size` for a root, `1 entry index size path` and `2 m n old path` for proofs, each hash as
its 32 bytes, the topmost first. The entry `n` is the bytes of `n`, least first: 0 has none. -/

def entry (n : Nat) : Bytes := if n = 0 then [] else UInt8.ofNat n :: (if n < 256 then [] else [UInt8.ofNat (n / 256)])

def entries : Nat → List Bytes → List Bytes
  | 0, done => done
  | n + 1, done => entries n (entry n :: done)

def bytes : List Nat → Bytes
  | [] => []
  | n :: t => UInt8.ofNat n :: bytes t

/-- Hashes of 32 numbers each; what is left at the end makes a hash that is too short. -/
def hashes : Nat → List Nat → List Bytes
  | 0, _ => []
  | _, [] => []
  | most + 1, row => bytes (take 32 row) :: hashes most (drop 32 row)

def answer : List Nat → Option (List Bytes)
  | [0, size] => some [rootOn sums (entries size [])]
  | 1 :: n :: index :: size :: row =>
    match inclusionOn sums (entry n) index size (hashes 99 row) with
    | some found => some [found]
    | none => none
  | 2 :: m :: n :: row =>
    match consistencyOn sums (bytes (take 32 row)) m n (hashes 99 (drop 32 row)) with
    | some (old, new) => some [old, new]
    | none => none
  | _ => none

def showBytes : Bytes → String → String
  | [], out => out
  | b :: t, out => showBytes t (out ++ toString b.toNat ++ " ")

def showAll : List Bytes → String → String
  | [], out => out
  | h :: t, out => showAll t (showBytes h out)

def backwards : List α → List α → List α
  | [], done => done
  | a :: rest, done => backwards rest (a :: done)

def rows : List Char → Nat → List Nat → List (List Nat) → List (List Nat)
  | [], _, _, done => backwards done []
  | c :: t, n, row, done =>
    if c = '\n' then rows t 0 [] (backwards (n :: row) [] :: done)
    else if c = ' ' then rows t 0 (n :: row) done
    else rows t (10 * n + (c.toNat - 48)) row done

def lines : List (List Nat) → String → String
  | [], out => out
  | row :: rest, out => lines rest (match answer row with | some found => showAll found out ++ "\n" | none => out ++ "none\n")

def run (source target : String) : IO Unit := do
  let text ← IO.FS.readFile source
  IO.FS.writeFile target (lines (rows text.toList 0 [] []) "")

end Countersign.Merkle.Run
