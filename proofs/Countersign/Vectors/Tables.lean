import Countersign.Vectors.Scene
/-! The tables: every combination of some fields' values, of some callers and of some calls, each with what the rules say. -/
namespace Countersign.Vectors

/-- Calls on the one message of a scene. -/
structure MessageTable where
  name : String
  start : Scene
  fields : List Field
  presenters : List Presenter
  acts : List MessageAct

/-- Every call of the message, with every argument that matters. -/
def everyAct : List MessageAct :=
  [.scanResult digest .unknown, .scanResult digest .unchecked, .scanResult digest (.known 500), .scanResult digest (.known 501),
   .scanResult stale (.known 500), .approve digest, .approve stale, .reject, .cancel, .edit stale present, .edit stale later,
   .reschedule present, .reschedule later, .release, .expire, .beginDispatch, .unreachable, .accepted, .failed, .deferred,
   .outcomeUnknown, .settle true, .settle false, .report true, .report false, .read, .reportSpam, .notSpam]

/-- Each call once, its digest fresh and stale. -/
def eachAct : List MessageAct :=
  [.scanResult digest (.known 500), .scanResult digest (.known 501), .scanResult stale (.known 500), .approve digest, .approve stale,
   .reject, .cancel, .edit stale later, .reschedule present, .release, .expire, .beginDispatch, .unreachable, .accepted, .failed,
   .deferred, .outcomeUnknown, .settle true, .report false, .read, .reportSpam, .notSpam]

/-- Each kind of actor with each scope, one at a time. -/
def everyKind : List Presenter :=
  eachHolding agent [0, 1, 2, 8] <| eachHolding overseer [0, 1, 2, 4, 8] <| eachHolding founder [0, 1, 2, 8] systems

/-- Whoever is fit for some act. -/
def fitting : List Presenter := holds agent 3 :: holds overseer 5 :: systems

def outboundStatuses : List Nat := [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]

def inboundStatuses : List Nat := [12, 13, 14, 15, 16]

def everyMode : List Nat := [0, 1, 2, 3, 4]

def everyStatus : List Nat := [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]

def boundary : List Nat := [present, later]

/-- The stated bound. -/
def bound (name : String) (direction : Nat) (over : List Nat) : MessageTable :=
  { name, start := .plain, presenters := everyKind, acts := eachAct
    fields := [directions [direction], statuses over, modes everyMode, timings [0, 1], approvalCounts [0, 1, 2, 3], sendTimes boundary,
      risks [0, 502, 503], stops [0, 2]] }

/-- How many approvals are enough: both modes, both numbers, the risk and whether it is checked. -/
def gates (name : String) (presenters : List Presenter) (over : List Nat) (acts : List MessageAct) (risk : List Nat) : MessageTable :=
  { name, start := .plain, presenters, acts
    fields := [statuses over, modes everyMode, modesAtSubmission everyMode, required [1, 2, 3], requiredAtSubmission [1, 2, 3],
      approvalCounts [0, 1, 2, 3], risks risk, checks [0, 1], timings [0, 1], sendTimes boundary] }

def scans : List MessageAct :=
  [.scanResult digest .unknown, .scanResult digest .unchecked, .scanResult digest (.known 500), .scanResult digest (.known 501)]

/-- Inbound mail: both modes, released or not. -/
def inbound : MessageTable :=
  { name := "inbound", start := .plain
    presenters := eachHolding otherAgent [0, 1, 2, 3] <| eachHolding overseer [0, 1, 2, 4, 5] systems
    acts := [.approve digest, .approve stale, .reject, .cancel, .read, .reportSpam, .notSpam]
    fields := [directions [1], statuses everyStatus, modes everyMode, modesAtSubmission everyMode, releases [0, 1], deadlines boundary] }

/-- Everybody, with every set of scopes: the writer and others, the person who wrote it, each who approved it. -/
def everybody : List Presenter :=
  eachHolding agent sending <| eachHolding otherAgent [2, 3] <| eachHolding author deciding <| eachHolding (approver 1) [4, 5] <|
  eachHolding (approver 2) [4] <| eachHolding (approver 3) [4] <| eachHolding overseer deciding <| eachHolding founder sending <|
  revoked agent 3 :: revoked overseer 5 :: borrows agent otherAgent 3 :: borrows author overseer 5 :: systems

def callers : MessageTable :=
  { name := "callers", start := .plain, presenters := everybody, acts := everyAct
    fields := [directions [0, 1], composers [0, 1], statuses everyStatus, approvalCounts [0, 1, 3]] }

/-- The rest of a message: deadline, attempts, what was copied and released, scheduling, every kind of stop. -/
def details : MessageTable :=
  { name := "details", start := .plain, presenters := fitting, acts := everyAct
    fields := [directions [0, 1], statuses [0, 1, 2, 3, 4, 5, 6, 13], scheduling [0, 1], deadlines boundary, attempts [0, 1, 2], copies [0, 1],
      releases [0, 1], stops [0, 1, 2, 3]] }

def dailyTables : List MessageTable :=
  [inbound,
   { name := "stale digests", start := .plain, presenters := [holds overseer 4, keyless .scanner]
     acts := [.approve 7, .approve 8, .approve 9, .approve 10, .approve 11, .scanResult 7 .unknown, .scanResult 8 .unknown,
       .scanResult 9 .unknown, .scanResult 10 .unknown, .scanResult 11 .unknown]
     fields := [statuses everyStatus, approvalCounts [0, 1, 2, 3]] },
   gates "gates at scan" [keyless .scanner] [0] scans [0],
   gates "gates at approval" [holds overseer 4] [1] [.approve digest] [0, 1, 502, 503],
   gates "gates at dispatch" [keyless .dispatcher, keyless .clock] [2, 3] [.beginDispatch, .release] [0, 1, 502, 503],
   callers, details, bound "bound inbound" 1 inboundStatuses, bound "bound outbound" 0 outboundStatuses]

/-- One of the five parts of the long mode, which is for the mode `mode`. -/
def longTable (mode : Nat) : MessageTable :=
  { name := s!"long, mode {mode}", start := .plain, presenters := everyKind, acts := everyAct
    fields := [modes [mode], directions [0, 1], statuses everyStatus, modesAtSubmission everyMode, required [1, 2], timings [0, 1],
      approvalCounts [0, 1, 2, 3], sendTimes boundary, risks [0, 1, 502, 503], stops [0, 2]] }

def answers (v : View) (c : Caller) (m : Message) : List MessageAct → String → String
  | [], out => out
  | act :: rest, out =>
    answers v c m rest <| match unmet (act.requires v c m) with
      | some why => out.push (letter why)
      | none => out ++ "{" ++ messageText (act.effect v c m) ++ "}"

def visibleTo (t : Tenant) (v : View) (m : Message) : List Presenter → String → String
  | [], out => out
  | p :: rest, out =>
    visibleTo t v m rest <| out.push (if visible v ((p.enter t).caller ⟨p.who, presentedKey, .tick 0⟩) m then '1' else '0')

def answersTo (t : Tenant) (v : View) (m : Message) (acts : List MessageAct) : List Presenter → String → String
  | [], out => out
  | p :: rest, out =>
    answersTo t v m acts rest (answers v ((p.enter t).caller ⟨p.who, presentedKey, .tick 0⟩) m acts out)

/-- The state; what it is by itself; what every caller's every call leads to. -/
def messageLine (table : MessageTable) (s : Scene) : String :=
  let t := s.tenant
  let v := t.view s.box
  let m := s.message
  let standing := s!"{(governing v m).rank}{needed v m}{countFor m.digest m.approvals}{bit (awaitsDecision v m)}"
  answersTo t v m table.acts table.presenters
    (visibleTo t v m table.presenters (tenantText t ++ "|" ++ standing) ++ "|")

def MessageTable.write (h : IO.FS.Handle) (table : MessageTable) : IO Unit := do
  h.putStr s!"messages {table.name}\n"
  for p in table.presenters do
    h.putStr s!"presenter {presenterText p}\n"
  for act in table.acts do
    h.putStr s!"act {messageActText act}\n"
  walk table.fields table.start fun s => h.putStr (messageLine table s ++ "\n")
  h.putStr "end\n"

end Countersign.Vectors
