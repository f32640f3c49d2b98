import Countersign.Spec.Claim
/-! The canonical form once more, in functions that this build of Lean can run, each equal to the specification's. -/
namespace Countersign.Canon.Run

/-- `append a b = a ++ b`. -/
def append : Text → Text → Text
  | [], rest => rest
  | c :: t, rest => c :: append t rest

theorem append_eq (t rest : Text) : append t rest = t ++ rest := by
  induction t with
  | nil => rfl
  | cons c t ih => simp [append, ih]

def bodyOn : Text → Text → Text
  | [], rest => '"' :: rest
  | c :: t, rest => append (escape c) (bodyOn t rest)

theorem bodyOn_eq (t rest : Text) : bodyOn t rest = body t ++ rest := by
  induction t with
  | nil => rfl
  | cons c t ih => simp [bodyOn, body, ih, append_eq]

def stringOn (t rest : Text) : Text := '"' :: bodyOn t rest

theorem stringOn_eq (t rest : Text) : stringOn t rest = string t ++ rest := by simp [stringOn, string, bodyOn_eq]

def digitsOn (n : Nat) (rest : Text) : Text :=
  if n < 10 then hexDigit n :: rest else digitsOn (n / 10) (hexDigit (n % 10) :: rest)

theorem digitsOn_eq (n : Nat) (rest : Text) : digitsOn n rest = digits n ++ rest := by
  induction n using Nat.strongRecOn generalizing rest with
  | _ n ih =>
    unfold digitsOn digits
    split
    · rfl
    · rw [ih (n / 10) (by omega)]; simp

def moreOn : List Text → Text → Text
  | [], rest => ']' :: rest
  | t :: ts, rest => ',' :: stringOn t (moreOn ts rest)

theorem moreOn_eq (ts : List Text) (rest : Text) : moreOn ts rest = more ts ++ rest := by
  induction ts with
  | nil => rfl
  | cons t ts ih => simp [moreOn, more, ih, stringOn_eq]

def stringsOn : List Text → Text → Text
  | [], rest => '[' :: ']' :: rest
  | t :: ts, rest => '[' :: stringOn t (moreOn ts rest)

theorem stringsOn_eq (ts : List Text) (rest : Text) : stringsOn ts rest = strings ts ++ rest := by
  cases ts with
  | nil => rfl
  | cons t ts => simp [stringsOn, strings, stringOn_eq, moreOn_eq]

def boolOn : Bool → Text → Text
  | true, rest => 't' :: 'r' :: 'u' :: 'e' :: rest
  | false, rest => 'f' :: 'a' :: 'l' :: 's' :: 'e' :: rest

theorem boolOn_eq (b : Bool) (rest : Text) : boolOn b rest = bool b ++ rest := by cases b <;> rfl

/-- The bytes to be compared are those of this text. -/
def written (c : Claim) : Text :=
  append "{\"ai_generated\":".toList <| boolOn c.aiGenerated <| append ",\"capabilities\":".toList <| stringsOn c.capabilities <|
  append ",\"created\":".toList <| stringOn c.created <| append ",\"iat\":".toList <| digitsOn c.iat <|
  List.cons ',' <| append "\"operator\":".toList <| stringOn c.operator <| append ",\"oversight\":".toList <| stringOn c.oversight <|
  append ",\"reputation_hash\":".toList <| stringOn c.reputationHash <| append ",\"service\":".toList <| stringOn c.service <|
  append ",\"verified_operator\":".toList <| boolOn c.verifiedOperator ['}']

theorem written_eq (c : Claim) : written c = canonical c := by
  simp [written, canonical, canonicalWith, key, append_eq, boolOn_eq, stringsOn_eq, stringOn_eq, digitsOn_eq]

/-! Claims come as numbers: each text its length and its characters, each list its length and its texts. -/

def takeText : Nat → List Nat → Text × List Nat
  | 0, rest => ([], rest)
  | _, [] => ([], [])
  | n + 1, c :: rest => match takeText n rest with | (t, left) => (Char.ofNat c :: t, left)

def text : List Nat → Text × List Nat
  | [] => ([], [])
  | n :: rest => takeText n rest

def takeTexts : Nat → List Nat → List Text × List Nat
  | 0, rest => ([], rest)
  | n + 1, rest => match text rest with | (t, left) => match takeTexts n left with | (ts, last) => (t :: ts, last)

def texts : List Nat → List Text × List Nat
  | [] => ([], [])
  | n :: rest => takeTexts n rest

def claim : List Nat → Option Claim
  | ai :: verified :: iat :: rest =>
    match texts rest with
    | (capabilities, r1) => match text r1 with
      | (created, r2) => match text r2 with
        | (operator, r3) => match text r3 with
          | (oversight, r4) => match text r4 with
            | (reputationHash, r5) => match text r5 with
              | (service, _) => some
                { aiGenerated := ai == 1, capabilities, created, iat, operator, oversight, reputationHash, service,
                  verifiedOperator := verified == 1 }
  | _ => none

/-- The characters' numbers of the canonical form, separated by spaces. -/
def show_ : Text → String → String
  | [], out => out
  | c :: t, out => show_ t (out ++ toString c.toNat ++ " ")

def backwards : List α → List α → List α
  | [], done => done
  | a :: rest, done => backwards rest (a :: done)

/-- Rows of numbers, from text with spaces between numbers and an end to each line. -/
def rows : Text → Nat → List Nat → List (List Nat) → List (List Nat)
  | [], _, _, done => backwards done []
  | c :: t, n, row, done =>
    if c = '\n' then rows t 0 [] (backwards (n :: row) [] :: done)
    else if c = ' ' then rows t 0 (n :: row) done
    else rows t (10 * n + (c.toNat - 48)) row done

/-- One line of numbers for each claim. -/
def lines : List (List Nat) → String → String
  | [], out => out
  | ns :: rest, out => lines rest (match claim ns with | some c => show_ (written c) out ++ "\n" | none => out ++ "none\n")

def run (source target : String) : IO Unit := do
  let text ← IO.FS.readFile source
  IO.FS.writeFile target (lines (rows text.toList 0 [] []) "")

end Countersign.Canon.Run
