/-! The identity claim and its canonical JSON (RFC 8785): the bytes that are signed. Text is a list of characters. -/
namespace Countersign.Canon
noncomputable section

abbrev Text := List Char

def hexDigit (n : Nat) : Char := if n < 10 then Char.ofNat (48 + n) else Char.ofNat (87 + n)

/-- The escape of a control character, after its backslash (RFC 8785, 3.2.2.2). -/
def control : Nat → Text
  | 8 => ['b'] | 9 => ['t'] | 10 => ['n'] | 12 => ['f'] | 13 => ['r']
  | n => ['u', '0', '0', hexDigit (n / 16), hexDigit (n % 16)]

def escape (c : Char) : Text :=
  if c = '"' then ['\\', '"']
  else if c = '\\' then ['\\', '\\']
  else if c.toNat < 32 then '\\' :: control c.toNat
  else [c]

/-- The rest of a string, with its closing quote. -/
def body : Text → Text
  | [] => ['"']
  | c :: t => escape c ++ body t

/-- A string, quoted and escaped. -/
def string (t : Text) : Text := '"' :: body t

def bool : Bool → Text
  | true => ['t', 'r', 'u', 'e']
  | false => ['f', 'a', 'l', 's', 'e']

/-- Decimal digits: what RFC 8785 writes for a whole number below 2^53. -/
def digits (n : Nat) : Text := if n < 10 then [hexDigit n] else digits (n / 10) ++ [hexDigit (n % 10)]

/-- The rest of an array, with its closing bracket. -/
def more : List Text → Text
  | [] => [']']
  | t :: ts => ',' :: (string t ++ more ts)

def strings : List Text → Text
  | [] => ['[', ']']
  | t :: ts => '[' :: (string t ++ more ts)

/-- What a mailbox says of itself to everyone who receives its mail. -/
structure Claim where
  aiGenerated : Bool
  capabilities : List Text
  created : Text
  /-- Seconds since 1970; below 2^53. -/
  iat : Nat
  operator : Text
  oversight : Text
  reputationHash : Text
  service : Text
  verifiedOperator : Bool

def key (k : String) : Text := k.toList

/-- The members in the order of their names, nothing between them; `text` writes the strings. -/
def canonicalWith (text : Text → Text) (c : Claim) : Text :=
  key "{\"ai_generated\":" ++ (bool c.aiGenerated ++ (key ",\"capabilities\":" ++ (strings c.capabilities ++
  (key ",\"created\":" ++ (text c.created ++ (key ",\"iat\":" ++ (digits c.iat ++ (',' :: (key "\"operator\":" ++
  (text c.operator ++ (key ",\"oversight\":" ++ (text c.oversight ++ (key ",\"reputation_hash\":" ++
  (text c.reputationHash ++ (key ",\"service\":" ++ (text c.service ++ (key ",\"verified_operator\":" ++
  (bool c.verifiedOperator ++ ['}']))))))))))))))))))

def canonical (c : Claim) : Text := canonicalWith string c

/-- The bytes that are signed: UTF-8. -/
def bytes (c : Claim) : ByteArray := (String.ofList (canonical c)).toByteArray

end
end Countersign.Canon
