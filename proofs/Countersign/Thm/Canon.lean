import Countersign.Spec.Claim
/-! Two claims never share their canonical bytes, so a signed claim cannot be changed without the signature failing. -/
namespace Countersign
namespace Canon
noncomputable section

/-! Each part ends where it says it ends. -/

def SelfDelimiting {α : Type} (enc : α → Text) : Prop := ∀ a b r s, enc a ++ r = enc b ++ s → a = b ∧ r = s

def uncontrol : Text → Option (Nat × Text)
  | 'b' :: r => some (8, r) | 't' :: r => some (9, r) | 'n' :: r => some (10, r) | 'f' :: r => some (12, r) | 'r' :: r => some (13, r)
  | 'u' :: _ :: _ :: x :: y :: r => some (16 * (x.toNat - 48) + (if y.toNat < 58 then y.toNat - 48 else y.toNat - 87), r)
  | _ => none

theorem uncontrol_control (n : Nat) (h : n < 32) (r : Text) : uncontrol (control n ++ r) = some (n, r) := by
  iterate 32 (rcases n with _ | n; · rfl)
  omega

theorem control_head (n : Nat) : ∃ x r, control n = x :: r ∧ x ≠ '"' ∧ x ≠ '\\' := by
  unfold control; split <;> exact ⟨_, _, rfl, by decide, by decide⟩

theorem toNat_inj {a b : Char} (h : a.toNat = b.toNat) : a = b := by
  rw [← Char.ofNat_toNat a, ← Char.ofNat_toNat b, h]

theorem escape_delimits : SelfDelimiting escape := by
  intro a b r s h
  obtain ⟨x, t, hx, x1, x2⟩ := control_head a.toNat
  obtain ⟨y, u, hy, y1, y2⟩ := control_head b.toNat
  unfold escape at h
  by_cases ca : a.toNat < 32 <;> by_cases cb : b.toNat < 32
  · have qa : a ≠ '"' := by rintro rfl; revert ca; decide
    have qb : b ≠ '"' := by rintro rfl; revert cb; decide
    have sa : a ≠ '\\' := by rintro rfl; revert ca; decide
    have sb : b ≠ '\\' := by rintro rfl; revert cb; decide
    simp only [qa, qb, sa, sb, ca, cb, if_true, if_false, List.cons_append, List.cons.injEq, true_and] at h
    have e := uncontrol_control a.toNat ca r
    rw [h, uncontrol_control b.toNat cb s] at e
    simp only [Option.some.injEq, Prod.mk.injEq] at e
    exact ⟨(toNat_inj e.1).symm, e.2.symm⟩
  all_goals grind

theorem escape_head (c : Char) : ∃ x r, escape c = x :: r ∧ x ≠ '"' := by
  unfold escape
  split
  · exact ⟨_, _, rfl, by decide⟩
  · rename_i q
    split
    · exact ⟨_, _, rfl, by decide⟩
    · split
      · exact ⟨_, _, rfl, by decide⟩
      · exact ⟨_, _, rfl, q⟩

theorem body_delimits : SelfDelimiting body := by
  intro a
  induction a with
  | nil =>
    intro b r s h
    cases b with
    | nil => simpa [body] using h
    | cons c b => obtain ⟨x, t, e, ne⟩ := escape_head c; simp [body, e] at h; exact absurd h.1.symm ne
  | cons c a ih =>
    intro b r s h
    cases b with
    | nil => obtain ⟨x, t, e, ne⟩ := escape_head c; simp [body, e] at h; exact absurd h.1 ne
    | cons d b =>
      simp only [body, List.append_assoc] at h
      obtain ⟨rfl, h1⟩ := escape_delimits _ _ _ _ h
      obtain ⟨rfl, h2⟩ := ih _ _ _ h1
      exact ⟨rfl, h2⟩

theorem string_delimits : SelfDelimiting string := by
  intro a b r s h
  simp only [string, List.cons_append, List.cons.injEq, true_and] at h
  exact body_delimits _ _ _ _ h

theorem bool_delimits : SelfDelimiting bool := by
  intro a b r s h; cases a <;> cases b <;> simp_all [bool]

theorem more_delimits : SelfDelimiting more := by
  intro a
  induction a with
  | nil => intro b r s h; cases b <;> simp_all [more]
  | cons x a ih =>
    intro b r s h
    cases b with
    | nil => simp [more] at h
    | cons y b =>
      simp only [more, List.cons_append, List.append_assoc, List.cons.injEq, true_and] at h
      obtain ⟨rfl, h1⟩ := string_delimits _ _ _ _ h
      obtain ⟨rfl, h2⟩ := ih _ _ _ h1
      exact ⟨rfl, h2⟩

theorem strings_delimits : SelfDelimiting strings := by
  intro a b r s h
  cases a <;> cases b <;> simp only [strings, List.cons_append, List.append_assoc, List.cons.injEq, true_and, List.nil_append] at h
  · exact ⟨rfl, h⟩
  · simp [string] at h
  · simp [string] at h
  · obtain ⟨rfl, h1⟩ := string_delimits _ _ _ _ h
    obtain ⟨rfl, h2⟩ := more_delimits _ _ _ _ h1
    exact ⟨rfl, h2⟩

/-! Digits do not end by themselves, but the comma after them is no digit. -/

def value (t : Text) : Nat := t.foldl (fun n c => 10 * n + (c.toNat - 48)) 0

theorem hexDigit_digit (n : Nat) (h : n < 10) : (hexDigit n).toNat - 48 = n ∧ hexDigit n ≠ ',' := by
  iterate 10 (rcases n with _ | n; · decide)
  omega

theorem value_digits (n : Nat) : value (digits n) = n := by
  induction n using Nat.strongRecOn with
  | _ n ih =>
    unfold digits; split
    · rename_i h; simp [value, hexDigit_digit n h]
    · have := ih (n / 10) (by omega)
      simp only [value, List.foldl_append, List.foldl_cons, List.foldl_nil] at this ⊢
      rw [this, (hexDigit_digit (n % 10) (by omega)).1]; omega

theorem digits_no_comma (n : Nat) : ',' ∉ digits n := by
  induction n using Nat.strongRecOn with
  | _ n ih =>
    unfold digits; split
    · rename_i h; simpa using (hexDigit_digit n h).2.symm
    · simpa using ⟨ih (n / 10) (by omega), (hexDigit_digit (n % 10) (by omega)).2.symm⟩

theorem upto_comma (a b r s : Text) (ha : ',' ∉ a) (hb : ',' ∉ b) (h : a ++ ',' :: r = b ++ ',' :: s) : a = b ∧ r = s := by
  induction a generalizing b with
  | nil => cases b <;> simp_all
  | cons x a ih =>
    cases b with
    | nil => simp at h; simp [h.1] at ha
    | cons y b => simp at h ha hb; have := ih b ha.2 hb.2 h.2; simp_all

theorem digits_delimits (a b : Nat) (r s : Text) (h : digits a ++ ',' :: r = digits b ++ ',' :: s) : a = b ∧ r = s := by
  obtain ⟨e, h⟩ := upto_comma _ _ _ _ (digits_no_comma a) (digits_no_comma b) h
  exact ⟨by rw [← value_digits a, e, value_digits], h⟩

theorem canonical_injective (a b : Claim) (h : canonical a = canonical b) : a = b := by
  cases a; cases b
  simp only [canonical, canonicalWith, List.append_cancel_left_eq] at h
  obtain ⟨rfl, h1⟩ := bool_delimits _ _ _ _ h
  obtain ⟨rfl, h2⟩ := strings_delimits _ _ _ _ (List.append_cancel_left h1)
  obtain ⟨rfl, h3⟩ := string_delimits _ _ _ _ (List.append_cancel_left h2)
  obtain ⟨rfl, h4⟩ := digits_delimits _ _ _ _ (List.append_cancel_left h3)
  obtain ⟨rfl, h5⟩ := string_delimits _ _ _ _ (List.append_cancel_left h4)
  obtain ⟨rfl, h6⟩ := string_delimits _ _ _ _ (List.append_cancel_left h5)
  obtain ⟨rfl, h7⟩ := string_delimits _ _ _ _ (List.append_cancel_left h6)
  obtain ⟨rfl, h8⟩ := string_delimits _ _ _ _ (List.append_cancel_left h7)
  obtain ⟨rfl, _⟩ := bool_delimits _ _ _ _ (List.append_cancel_left h8)
  rfl

/-- A way to sign: who holds the key can make a signature, and everybody can verify it. -/
structure Scheme where
  Key : Type
  Signature : Type
  verify : Key → ByteArray → Signature → Bool

/-- `signed k` is what the owner of `k` has signed; nobody else makes a signature that verifies. -/
def Unforgeable (S : Scheme) (signed : S.Key → ByteArray → Prop) : Prop := ∀ k t g, S.verify k t g = true → signed k t

end
end Canon

open Canon

/-- Two claims with the same bytes are the same claim. -/
def CanonicalIsInjective (encode : Claim → ByteArray) : Prop := ∀ a b, encode a = encode b → a = b

theorem canonical_is_injective : CanonicalIsInjective bytes := fun a b h =>
  canonical_injective a b (String.ofList_injective (String.toByteArray_inj.1 h))

/-- Given an unforgeable signature: where `k` has signed no other claim than `c`, no claim that differs from `c` in any field
verifies, with any signature. -/
def TamperEvidentEveryField (encode : Claim → ByteArray) : Prop :=
  ∀ (S : Scheme) (signed : S.Key → ByteArray → Prop), Unforgeable S signed → ∀ k c, (∀ t, signed k t → t = encode c) →
    ∀ c' g, c' ≠ c → S.verify k (encode c') g = false

theorem tamper_evident_every_field : TamperEvidentEveryField bytes := by
  intro S signed unforgeable k c only c' g changed
  cases h : S.verify k (bytes c') g with
  | false => rfl
  | true => exact absurd (canonical_is_injective _ _ (only _ (unforgeable _ _ _ h))) changed

/-- The same for the one field that says whether a machine wrote the mail. -/
def TamperEvidentAiGenerated (encode : Claim → ByteArray) : Prop :=
  ∀ (S : Scheme) (signed : S.Key → ByteArray → Prop), Unforgeable S signed → ∀ k c, (∀ t, signed k t → t = encode c) →
    ∀ g, S.verify k (encode { c with aiGenerated := !c.aiGenerated }) g = false

theorem tamper_evident_ai_generated : TamperEvidentAiGenerated bytes := by
  intro S signed unforgeable k c only g
  refine tamper_evident_every_field S signed unforgeable k c only _ g fun h => ?_
  have := congrArg Claim.aiGenerated h
  simp at this

end Countersign
