import Lean.Elab.Frontend
import Lean.Util.CollectAxioms
/-! One process: elaborates each file named in `job.txt` on top of the last one's environment, which starts with `Init` and
nothing else, as `lake build` has it. Then writes to `audit.txt` what each file declares, which axioms each theorem rests on and
which names of the project each declaration uses. The first line of `job.txt` is a word that only this run knows; the verdict
repeats it. Plain recursion throughout: the package carries no compiled code for the usual list functions. -/
open Lean Elab

partial def show_ : Name → String
  | .anonymous => ""
  | .str .anonymous s => s
  | .str p s => show_ p ++ "." ++ s
  | .num p n => show_ p ++ "." ++ toString n

/-- Prints the messages; a warning is as bad as an error. -/
partial def report (messages : List Message) (bad : Bool) : IO Bool := do
  match messages with
  | [] => return bad
  | m :: rest =>
    IO.print (← m.toString)
    report rest (bad || (match m.severity with | .information => false | _ => true))

/-- The axioms among `names` that are not the usual three. Imported theorems look like axioms in this build: what they were
declared as decides. -/
partial def forbidden (env : Environment) (names : Array Name) (i : Nat) (found : String) : String :=
  if i < names.size then
    let name := names[i]!
    let isAxiom := match getOriginalConstKind? env name with | some .axiom => true | some _ => false | none => true
    let usual := name == ``propext || name == ``Classical.choice || name == ``Quot.sound
    forbidden env names (i + 1) (if isAxiom && !usual then found ++ " " ++ show_ name else found)
  else found

/-- The names among `names` that this project declares. -/
partial def own (env : Environment) (names : Array Name) (i : Nat) (found : String) : String :=
  if i < names.size then
    let name := names[i]!
    own env names (i + 1) (match env.getModuleIdxFor? name with | some _ => found | none => found ++ " " ++ show_ name)
  else found

def valueOf : ConstantInfo → Option Expr
  | .thmInfo v => some v.value
  | .defnInfo v => some v.value
  | .opaqueInfo v => some v.value
  | _ => none

def uses (env : Environment) (info : ConstantInfo) : String :=
  own env info.type.getUsedConstants 0 "" ++
  match valueOf info with
  | some value => own env value.getUsedConstants 0 ""
  | none => ""

def kindOf : ConstantInfo → String
  | .thmInfo _ => "theorem"
  | .axiomInfo _ => "axiom"
  | .opaqueInfo _ => "opaque"
  | _ => "other"

/-- The law that a theorem says is false of something. -/
def refuted : ConstantInfo → String
  | .thmInfo v => match v.type with
    | .app (.const ``Not _) law => match law.getAppFn with | .const name _ => show_ name | _ => ""
    | _ => ""
  | _ => ""

mutual
partial def declared (node : PersistentHashMap.Node Name ConstantInfo) (found : List (Name × ConstantInfo)) : List (Name × ConstantInfo) :=
  match node with
  | .entries es => declaredIn es 0 found
  | .collision ks vs _ => declaredAt ks vs 0 found
partial def declaredIn (es : Array (PersistentHashMap.Entry Name ConstantInfo (PersistentHashMap.Node Name ConstantInfo))) (i : Nat)
    (found : List (Name × ConstantInfo)) : List (Name × ConstantInfo) :=
  if h : i < es.size then
    match es[i] with
    | .entry name info => declaredIn es (i + 1) ((name, info) :: found)
    | .ref node => declaredIn es (i + 1) (declared node found)
    | .null => declaredIn es (i + 1) found
  else found
partial def declaredAt (ks : Array Name) (vs : Array ConstantInfo) (i : Nat) (found : List (Name × ConstantInfo)) : List (Name × ConstantInfo) :=
  if h : i < ks.size then
    if h2 : i < vs.size then declaredAt ks vs (i + 1) ((ks[i], vs[i]) :: found) else found
  else found
end

/-- Writes the declarations that `before` lacks: file, kind, name, forbidden axioms, refuted law, used names. The number of theorems and of
those that rest on forbidden axioms. -/
partial def audit (out : IO.FS.Handle) (file : String) (before env : Environment) (all : List (Name × ConstantInfo)) (theorems bad : Nat) :
    IO (Nat × Nat) := do
  match all with
  | [] => return (theorems, bad)
  | (name, info) :: rest =>
    if before.contains name then audit out file before env rest theorems bad else
    let kind := kindOf info
    let axioms ←
      if kind == "other" then pure "" else
        let (_, state) := ((CollectAxioms.collect name).run env).run {}
        pure (forbidden env state.axioms 0 "")
    out.putStrLn (file ++ "|" ++ kind ++ "|" ++ show_ name ++ "|" ++ axioms ++ "|" ++ refuted info ++ "|" ++ uses env info)
    if axioms != "" then IO.println ("AXIOMS " ++ show_ name ++ " rests on" ++ axioms)
    audit out file before env rest (if kind == "theorem" then theorems + 1 else theorems) (if axioms == "" then bad else bad + 1)

partial def checkAll (out : IO.FS.Handle) (env : Environment) (files : List String) (theorems bad : Nat) (failed : Bool) :
    IO (Nat × Nat × Bool) := do
  match files with
  | [] => return (theorems, bad, failed)
  | "" :: rest => checkAll out env rest theorems bad failed
  | file :: rest =>
    let start ← IO.monoMsNow
    let source ← IO.FS.readFile file
    let input : Parser.InputContext :=
      { inputString := source, fileName := file, fileMap := FileMap.ofString source, endPos_valid := by simp }
    let (_, state, messages) ← Parser.parseHeader input
    let done ← IO.processCommands input state (Command.mkState env messages {})
    let wrong ← report done.commandState.messages.toList false
    let after := done.commandState.env
    let (theorems, bad) ← audit out file env after (declared after.constants.map₂.root []) theorems bad
    let stop ← IO.monoMsNow
    IO.println ((if wrong then "FAIL " else "ok   ") ++ file ++ "  " ++ toString (stop - start) ++ " ms")
    checkAll out after rest theorems bad (failed || wrong)

def checkJob : Command.CommandElabM Unit := do
  let job := (← IO.FS.readFile "job.txt").splitOn "\n"
  let word := match job with | word :: _ => word | [] => ""
  let files := match job with | _ :: files => files | [] => []
  let init ← importModules #[{ module := `Init }] {} 0 (leakEnv := true) (loadExts := true)
  let out ← IO.FS.Handle.mk "audit.txt" .write
  let (theorems, bad, failed) ← checkAll out init files 0 0 false
  out.putStrLn word
  out.flush
  if failed || bad != 0 || theorems == 0 then
    throw (Exception.error .missing (toString (IO.userError "the proofs are refused")))
  IO.println ("accepted " ++ word)

#eval checkJob
