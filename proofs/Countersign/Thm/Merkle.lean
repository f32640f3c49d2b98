import Countersign.Spec.Merkle
/-! A root fixes the history under it; proofs of inclusion and of consistency that check out are right. Each law assumes no
collision among the strings that are actually hashed: that no two strings at all have one hash would be false of any hash. -/
namespace Countersign
namespace Merkle

/-- No two different of these strings have one hash. -/
def NoCollision (hash : Bytes → Bytes) (strings : List Bytes) : Prop :=
  ∀ a ∈ strings, ∀ b ∈ strings, hash a = hash b → a = b

theorem NoCollision.mono {hash : Bytes → Bytes} {some_ all : List Bytes} (no : NoCollision hash all)
    (sub : ∀ x ∈ some_, x ∈ all) : NoCollision hash some_ := fun a ha b hb => no a (sub a ha) b (sub b hb)

theorem root_long (hash : Bytes → Bytes) (d : List Bytes) (h : 2 ≤ d.length) :
    root hash d = hash (1 :: (root hash (left d) ++ root hash (right d))) := by rw [root]; simp [h]
theorem hashed_long (hash : Bytes → Bytes) (d : List Bytes) (h : 2 ≤ d.length) :
    hashed hash d = (1 :: (root hash (left d) ++ root hash (right d))) :: (hashed hash (left d) ++ hashed hash (right d)) := by
  rw [hashed]; simp [h]
theorem root_one (hash : Bytes → Bytes) (e : Bytes) : root hash [e] = hash (0 :: e) := by rw [root]; simp
theorem hashed_one (hash : Bytes → Bytes) (e : Bytes) : hashed hash [e] = [0 :: e] := by rw [hashed]; simp

/-- The string whose hash is the root. -/
theorem root_top (hash : Bytes → Bytes) (d : List Bytes) : ∃ t ∈ hashed hash d, root hash d = hash t ∧
    ((d = [] ∧ t = []) ∨ (∃ e, d = [e] ∧ t = 0 :: e) ∨
     (2 ≤ d.length ∧ t = 1 :: (root hash (left d) ++ root hash (right d)))) := by
  match d with
  | [] => exact ⟨[], by rw [hashed]; simp, by rw [root]; simp, .inl ⟨rfl, rfl⟩⟩
  | [e] => exact ⟨0 :: e, by rw [hashed]; simp, by rw [root]; simp, .inr (.inl ⟨e, rfl, rfl⟩)⟩
  | x :: y :: l =>
    have h : 2 ≤ (x :: y :: l).length := by simp
    exact ⟨_, by rw [hashed_long _ _ h]; exact .head _, root_long _ _ h, .inr (.inr ⟨h, rfl⟩)⟩

theorem root_length {hash : Bytes → Bytes} (size : ∀ x, (hash x).length = 32) (d : List Bytes) : (root hash d).length = 32 := by
  obtain ⟨t, _, e, _⟩ := root_top hash d; rw [e, size]

theorem same_root {hash : Bytes → Bytes} (size : ∀ x, (hash x).length = 32) (d d' : List Bytes)
    (no : NoCollision hash (hashed hash d ++ hashed hash d')) (same : root hash d = root hash d') : d = d' := by
  induction hn : d.length using Nat.strongRecOn generalizing d d' with
  | _ n ih =>
    obtain ⟨t, ht, et, ct⟩ := root_top hash d
    obtain ⟨u, hu, eu, cu⟩ := root_top hash d'
    have tu := no t (List.mem_append_left _ ht) u (List.mem_append_right _ hu) (by rw [← et, ← eu, same])
    rcases ct with ⟨rfl, rfl⟩ | ⟨e, rfl, rfl⟩ | ⟨h, rfl⟩ <;> rcases cu with ⟨rfl, rfl⟩ | ⟨e', rfl, rfl⟩ | ⟨h', rfl⟩
    · rfl
    · cases tu
    · cases tu
    · cases tu
    · simp at tu; rw [tu]
    · simp at tu
    · cases tu
    · simp at tu
    · simp only [List.cons.injEq, true_and] at tu
      obtain ⟨l, r⟩ := List.append_inj tu (by rw [root_length size, root_length size])
      rw [hashed_long _ _ h, hashed_long _ _ h'] at no
      have el := ih _ (hn ▸ left_shorter d h) (left d) (left d') (no.mono (by intro x hx; simp at hx ⊢; grind)) l rfl
      have er := ih _ (hn ▸ right_shorter d h) (right d) (right d') (no.mono (by intro x hx; simp at hx ⊢; grind)) r rfl
      rw [← left_right d, el, er, left_right]

theorem left_length (d : List Bytes) (h : 2 ≤ d.length) : (left d).length = half d.length := by
  have := half_bounds h
  simp only [left, List.length_take]; omega

theorem right_length (d : List Bytes) : (right d).length = d.length - half d.length := by
  simp only [right, List.length_drop]

theorem climb_length {hash : Bytes → Bytes} (size : ∀ x, (hash x).length = 32) {e : Bytes} {i n : Nat} {path : List Bytes}
    {r : Bytes} {xs : List Bytes} (h : climb hash e i n path = some (r, xs)) : r.length = 32 := by
  cases path with
  | nil => simp only [climb] at h; split at h <;> simp at h; rw [← h.1, size]
  | cons s path =>
    simp only [climb] at h
    split at h
    · cases h
    · split at h <;> simp only [Option.map_eq_some_iff, Prod.exists, Prod.mk.injEq] at h <;>
        (obtain ⟨_, _, _, e, _⟩ := h; rw [← e, size])

theorem climb_sound {hash : Bytes → Bytes} (size : ∀ x, (hash x).length = 32) {e : Bytes} (path : List Bytes) :
    ∀ (i : Nat) (d : List Bytes) (xs : List Bytes), i < d.length → climb hash e i d.length path = some (root hash d, xs) →
      NoCollision hash (xs ++ hashed hash d) → d[i]? = some e := by
  induction path with
  | nil =>
    intro i d xs inside h no
    simp only [climb] at h
    split at h <;> simp at h
    rename_i one
    match d, one with
    | [x], _ =>
      have zero : i = 0 := by simp at inside; exact inside
      obtain ⟨h, rfl⟩ := h
      rw [root_one] at h
      rw [hashed_one] at no
      have := no _ (.head _) _ (List.mem_append_right _ (.head _)) h
      simp at this
      simp [zero, this]
  | cons s path ih =>
    intro i d xs inside h no
    simp only [climb] at h
    split at h
    · cases h
    · rename_i two
      have two : 2 ≤ d.length := by omega
      have bounds := half_bounds two
      rw [hashed_long _ _ two] at no
      split at h <;> rename_i side <;> simp only [Option.map_eq_some_iff, Prod.exists, Prod.mk.injEq] at h <;>
        obtain ⟨r, ys, up, top, rfl⟩ := h <;> rw [root_long _ _ two] at top
      · have := no _ (.head _) _ (List.mem_append_right _ (.head _)) top
        simp only [List.cons.injEq, true_and] at this
        obtain ⟨l, _⟩ := List.append_inj this (by rw [climb_length size up, root_length size])
        rw [l, ← left_length d two] at up
        have := ih i (left d) ys (by rw [left_length d two]; exact side) up (no.mono (by intro x hx; simp at hx ⊢; grind))
        rw [left, List.getElem?_take_of_lt side] at this
        exact this
      · have := no _ (.head _) _ (List.mem_append_right _ (.head _)) top
        simp only [List.cons.injEq, true_and] at this
        obtain ⟨_, r'⟩ := List.append_inj' this (by rw [climb_length size up, root_length size])
        rw [r', ← right_length d] at up
        have := ih (i - half d.length) (right d) ys (by rw [right_length d]; omega) up (no.mono (by intro x hx; simp at hx ⊢; grind))
        rw [right, List.getElem?_drop] at this
        rw [← this]; congr 1; omega

theorem extend_length {hash : Bytes → Bytes} (size : ∀ x, (hash x).length = 32) {old : Bytes} (hold : old.length = 32) (path : List Bytes) :
    ∀ (m n : Nat) (known : Bool) (o w : Bytes) (xs : List Bytes), (∀ h ∈ path, h.length = 32) →
      extend hash old m n known path = some (o, w, xs) → o.length = 32 ∧ w.length = 32 := by
  induction path with
  | nil =>
    intro m n known o w xs _ h
    simp only [extend] at h
    split at h <;> simp at h
    obtain ⟨rfl, rfl, _⟩ := h; exact ⟨hold, hold⟩
  | cons s path ih =>
    intro m n known o w xs all h
    simp only [extend] at h
    have rest : ∀ h ∈ path, h.length = 32 := fun h hh => all h (.tail _ hh)
    have s32 := all s (.head _)
    split at h
    · split at h <;> simp at h
      obtain ⟨rfl, rfl, _⟩ := h; exact ⟨s32, s32⟩
    · split at h <;> simp only [Option.map_eq_some_iff, Prod.exists, Prod.mk.injEq] at h <;>
        obtain ⟨o', w', ys, sub, rfl, rfl, _⟩ := h
      · exact ⟨(ih _ _ _ _ _ _ rest sub).1, size _⟩
      · exact ⟨size _, size _⟩

/-- Between the largest power of two below `n` and `n`, the largest power of two below stays the same. -/
theorem half_same {m n : Nat} (above : half n < m) (below : m ≤ n) : half m = half n := by
  have two : 2 ≤ m := by have : 0 < half n := Nat.two_pow_pos _; omega
  have : Nat.log2 (m - 1) = Nat.log2 (n - 1) := by
    refine (Nat.log2_eq_iff (by omega)).2 ⟨?_, ?_⟩
    · have : half n ≤ m - 1 := by omega
      exact this
    · have := (Nat.log2_eq_iff (n := n - 1) (by omega)).1 rfl
      omega
  simp [half, this]

theorem extend_sound {hash : Bytes → Bytes} (size : ∀ x, (hash x).length = 32) {old : Bytes} (hold : old.length = 32) (path : List Bytes) :
    ∀ (known : Bool) (d d' : List Bytes) (xs : List Bytes), 0 < d'.length → d'.length ≤ d.length → (∀ h ∈ path, h.length = 32) →
      extend hash old d'.length d.length known path = some (root hash d', root hash d, xs) →
      NoCollision hash (xs ++ (hashed hash d ++ hashed hash d')) → d' = d.take d'.length := by
  have whole : ∀ d d' xs, NoCollision hash (xs ++ (hashed hash d ++ hashed hash d')) → d'.length = d.length →
      root hash d' = root hash d → d' = d.take d'.length := by
    intro d d' xs no len same
    have := same_root size d d' (no.mono (by intro x hx; simp at hx ⊢; grind)) same.symm
    rw [this, List.take_length]
  induction path with
  | nil =>
    intro known d d' xs _ _ _ h no
    simp only [extend] at h
    split at h <;> simp at h
    rename_i len
    exact whole d d' xs no len.1 (h.1.symm.trans h.2.1)
  | cons s path ih =>
    intro known d d' xs pos le all h no
    have rest : ∀ h ∈ path, h.length = 32 := fun h hh => all h (.tail _ hh)
    have s32 := all s (.head _)
    simp only [extend] at h
    split at h
    · rename_i len
      split at h <;> simp at h
      exact whole d d' xs no len (h.1.symm.trans h.2.1)
    · rename_i differ
      have two : 2 ≤ d.length := by omega
      have bounds := half_bounds two
      rw [hashed_long _ _ two] at no
      split at h <;> rename_i side <;> simp only [Option.map_eq_some_iff, Prod.exists, Prod.mk.injEq] at h
      · obtain ⟨o, w, ys, sub, eo, top, rfl⟩ := h
        rw [root_long _ _ two] at top
        have := no _ (.head _) _ (by simp) top
        simp only [List.cons.injEq, true_and] at this
        obtain ⟨l, _⟩ := List.append_inj this (by rw [(extend_length size hold path _ _ _ _ _ _ rest sub).2, root_length size])
        rw [l, eo, ← left_length d two] at sub
        have := ih known (left d) d' ys pos (by rw [left_length d two]; exact side) rest sub
          (no.mono (by intro x hx; simp at hx ⊢; grind))
        rw [left, List.take_take, Nat.min_eq_left side] at this
        exact this
      · obtain ⟨o, w, ys, sub, eo, top, rfl⟩ := h
        have two' : 2 ≤ d'.length := by omega
        have halves := half_same (by omega : half d.length < d'.length) le
        rw [root_long _ _ two] at top
        rw [root_long _ _ two'] at eo
        rw [hashed_long _ _ two'] at no
        have lens := extend_length size hold path _ _ _ _ _ _ rest sub
        have eq := no _ (by simp) _ (by simp) top
        have eq' := no _ (by simp) _ (by simp) eo
        simp only [List.cons.injEq, true_and] at eq eq'
        obtain ⟨l, r⟩ := List.append_inj eq (by rw [s32, root_length size])
        obtain ⟨l', r'⟩ := List.append_inj eq' (by rw [s32, root_length size])
        have lefts := same_root size (left d) (left d') (no.mono (by intro x hx; simp at hx ⊢; grind)) (l.symm.trans l')
        have len' : (right d').length = d'.length - half d.length := by rw [right_length, halves]
        rw [r, r', ← right_length d, ← len'] at sub
        have := ih false (right d) (right d') ys (by rw [len']; omega) (by rw [len', right_length]; omega) rest sub
          (no.mono (by intro x hx; simp at hx ⊢; grind))
        rw [len'] at this
        have whole' : d.take (half d.length + (d'.length - half d.length)) =
            left d ++ (right d).take (d'.length - half d.length) := List.take_add
        rw [show half d.length + (d'.length - half d.length) = d'.length by omega] at whole'
        rw [whole', lefts, ← this, left_right]

end Merkle

open Merkle

/-- One root, one history: entries changed, dropped, added or reordered give another root, unless two strings collide. -/
def HistoryIsTamperEvident (tree : (Bytes → Bytes) → List Bytes → Bytes) : Prop :=
  ∀ hash : Bytes → Bytes, (∀ x, (hash x).length = 32) → ∀ d d', NoCollision hash (hashed hash d ++ hashed hash d') →
    tree hash d = tree hash d' → d = d'

theorem history_is_tamper_evident : HistoryIsTamperEvident root := fun _ size d d' no same => same_root size d d' no same

/-- A proof of inclusion that gives the root means that the entry is in the tree, at that place, unless two strings collide. -/
def InclusionIsSound (check : (Bytes → Bytes) → Bytes → Nat → Nat → List Bytes → Option WorkedOut) : Prop :=
  ∀ hash : Bytes → Bytes, (∀ x, (hash x).length = 32) → ∀ d entry index path strings,
    check hash entry index d.length path = some (root hash d, strings) → NoCollision hash (strings ++ hashed hash d) →
    d[index]? = some entry

theorem inclusion_is_sound : InclusionIsSound inclusion := by
  intro hash size d entry index path strings h no
  simp only [inclusion] at h
  split at h
  · rename_i inside; exact climb_sound size path index d strings inside h no
  · cases h

/-- A proof of consistency that gives both roots means that the older tree is a prefix of the newer, unless two strings collide. -/
def ConsistencyIsSound (check : (Bytes → Bytes) → Bytes → Nat → Nat → List Bytes → Option (Bytes × WorkedOut)) : Prop :=
  ∀ hash : Bytes → Bytes, (∀ x, (hash x).length = 32) → ∀ d d' path strings,
    check hash (root hash d') d'.length d.length path = some (root hash d', root hash d, strings) →
    NoCollision hash (strings ++ (hashed hash d ++ hashed hash d')) → d' = d.take d'.length

theorem consistency_is_sound : ConsistencyIsSound consistency := by
  intro hash size d d' path strings h no
  simp only [consistency] at h
  split at h
  · rename_i ok; exact extend_sound size (root_length size d') path true d d' strings ok.1 ok.2.1 ok.2.2 h no
  · cases h

end Countersign
