import Countersign.Spec.Words
/-! How what is found about recipients' domains becomes one risk. Twin of `Signal`, `Weights` and `DomainScore` in `kernel`. -/
namespace Countersign

inductive Signal where
  | mailExchange | spf | dmarc | dnssec | transportSecurity | nameServers | registration | blocklist | threatList | disposable
  | lookalike | history
  deriving DecidableEq

/-- What a signal says, best first, after the two that say nothing: nobody knows, and an operator did not want to know. -/
inductive Level where
  | unknown | off | good | first | second | third
  deriving DecidableEq

/-- What a signal adds to the score, by level, in thousandths. What an essential signal cannot say, nobody knows. -/
structure Weights where
  essential : Bool
  unknown : Nat
  first : Nat
  second : Nat
  third : Nat

def Signal.weights : Signal → Weights
  | .mailExchange => ⟨true, 0, 60, 450, 650⟩
  | .spf => ⟨false, 40, 20, 60, 110⟩
  | .dmarc => ⟨true, 0, 20, 70, 120⟩
  | .dnssec => ⟨false, 10, 10, 10, 600⟩
  | .transportSecurity => ⟨false, 10, 5, 10, 10⟩
  | .nameServers => ⟨false, 40, 40, 150, 150⟩
  | .registration => ⟨false, 60, 70, 260, 400⟩
  | .blocklist => ⟨true, 0, 720, 900, 900⟩
  | .threatList => ⟨true, 0, 1000, 1000, 1000⟩
  | .disposable => ⟨true, 0, 350, 350, 350⟩
  | .lookalike => ⟨true, 0, 320, 760, 760⟩
  | .history => ⟨true, 0, 60, 200, 260⟩

def Weights.at (w : Weights) : Level → Nat
  | .unknown => w.unknown
  | .off | .good => 0
  | .first => w.first
  | .second => w.second
  | .third => w.third

structure Finding where
  signal : Signal
  level : Level

def Finding.essentialUnknown (f : Finding) : Bool := decide (f.level = .unknown) && f.signal.weights.essential

/-- The risk so far, with one more finding. -/
def Risk.adding (sofar : Risk) (f : Finding) : Risk :=
  match sofar with
  | .known s => if f.essentialUnknown then .unknown else .known (min 1000 (s + f.signal.weights.at f.level))
  | r => r

def scoreBy (adding : Risk → Finding → Risk) (findings : List Finding) : Risk := findings.foldl adding (.known 0)

/-- The risk of a domain. -/
def score : List Finding → Risk := scoreBy Risk.adding

def Level.rank : Level → Nat
  | .unknown | .off => 0 | .good => 1 | .first => 2 | .second => 3 | .third => 4

/-- Not knowing lies between the best and the worst that there is to know. -/
def Level.noWorse : Level → Level → Bool
  | .unknown, b => decide (b = .unknown) || decide (b = .third)
  | a, .unknown => decide (a.rank ≤ 1)
  | a, b => decide (a.rank ≤ b.rank)

/-- The same signals in the same order, each at most as bad as in the other list. -/
def noWorse : List Finding → List Finding → Prop
  | [], [] => True
  | f :: fs, g :: gs => f.signal = g.signal ∧ f.level.noWorse g.level = true ∧ noWorse fs gs
  | _, _ => False

/-- Above the threshold is worse than unknown, and that is worse than any other score. -/
def Risk.badness (threshold : Nat) : Risk → Nat
  | .known s => if threshold < s then s + 2 else s
  | .unknown => threshold + 1
  | .unchecked => 0

def Risk.worse (threshold : Nat) (one other : Risk) : Risk :=
  if one.badness threshold < other.badness threshold then other else one

/-- The risk of a message: that of the recipient, in To, Cc or Bcc, whose domain is the worst. -/
def worst (threshold : Nat) (risks : List Risk) : Risk := risks.foldl (Risk.worse threshold) (.known 0)

end Countersign
