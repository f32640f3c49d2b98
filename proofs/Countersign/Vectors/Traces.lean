import Countersign.Vectors.TenantTables
/-! Every trace to a depth: all tenants that some sequence of the calls reaches, each once, and where every call leads from each.
Equal states go on equally, so that the traces through a state that was met before need no second visit. -/
namespace Countersign.Vectors

/-- `prologue` runs first, from a new tenant; then every sequence of `calls` of at most `depth`. -/
structure Traces where
  name : String
  depth : Nat
  prologue : List Call
  calls : List Call

/-- The texts seen, and the number of each. -/
inductive Seen where
  | empty
  | node (hash : UInt64) (text : String) (number : Nat) (left right : Seen)

def Seen.find (hash : UInt64) (text : String) : Seen → Option Nat
  | .empty => none
  | .node other seen number left right =>
    if hash < other then left.find hash text
    else if hash = other ∧ text = seen then some number
    else right.find hash text

def Seen.add (hash : UInt64) (text : String) (number : Nat) : Seen → Seen
  | .empty => .node hash text number .empty .empty
  | .node other seen old left right =>
    if hash < other then .node other seen old (left.add hash text number) right
    else .node other seen old left (right.add hash text number)

/-- What the search knows; `fresh` are the tenants to be visited next, the newest first. -/
structure Search where
  seen : Seen
  count : Nat
  fresh : List Tenant

def turned {α : Type} : List α → List α → List α
  | [], done => done
  | x :: rest, done => turned rest (x :: done)

/-- The ledger grows with every call and is no part of what the next call meets. -/
def forget (t : Tenant) : Tenant := { t with log := [] }

def visit (h : IO.FS.Handle) (calls : List Call) (t : Tenant) (s : Search) : IO Search := do
  let mut search := s
  let mut line := ""
  let mut found := ""
  for call in calls do
    match t.step call with
    | (_, .refused why) => line := line.push (letter why)
    | (next, .ok) =>
      let text := tenantText next
      let hash := text.hash
      match search.seen.find hash text with
      | some number => line := line ++ "{" ++ toString number ++ "}"
      | none =>
        line := line ++ "{" ++ toString search.count ++ "}"
        found := found ++ "state " ++ text ++ "\n"
        search := ⟨search.seen.add hash text search.count, search.count + 1, forget next :: search.fresh⟩
  h.putStr (line ++ "\n" ++ found)
  return search

def visitAll (h : IO.FS.Handle) (calls : List Call) : List Tenant → Search → IO Search
  | [], s => return s
  | t :: rest, s => do visitAll h calls rest (← visit h calls t s)

def levels (h : IO.FS.Handle) (calls : List Call) : Nat → List Tenant → Search → IO Unit
  | 0, _, _ => return ()
  | depth + 1, tenants, s => do
    let next ← visitAll h calls tenants { s with fresh := [] }
    levels h calls depth (turned next.fresh []) next

def callText (c : Call) : String := s!"{principal c.who} {c.key} {actText c.act}"

def Traces.write (h : IO.FS.Handle) (traces : Traces) : IO Unit := do
  h.putStr s!"traces {traces.name}\ndepth {traces.depth}\nstate {tenantText .new}\n"
  let mut t := Tenant.new
  for call in traces.prologue do
    t := (t.step call).1
    h.putStr s!"prologue {callText call}\nstate {tenantText t}\n"
  for call in traces.calls do
    h.putStr s!"call {callText call}\n"
  let text := tenantText t
  levels h traces.calls traces.depth [forget t] ⟨Seen.empty.add text.hash text 0, 1, []⟩
  h.putStr "end\n"

def byFounder (act : Act) : Call := ⟨founder, 0, act⟩

def byAgent (act : Act) : Call := ⟨agent, 1, act⟩

/-- Writes mail with this key, and decides with the next. -/
def byAuthor (act : Act) : Call := ⟨author, 2, act⟩

def byAuthorWriting (act : Act) : Call := ⟨author, 4, act⟩

def byOverseer (act : Act) : Call := ⟨overseer, 3, act⟩

def bySystem (role : Role) (act : Act) : Call := ⟨⟨role, 0⟩, 8, act⟩

def noCode : Presented := ⟨2, 0⟩

def day : Nat := codeLifetime

def founding : List Call :=
  [byFounder (.createMailbox 1 .autonomous policy noCode), byFounder (.createKey 1 agent readAndSend noCode),
   byFounder (.createKey 2 author (scopesAt 5) noCode), byFounder (.createKey 3 overseer (scopesAt 4) noCode),
   byFounder (.createKey 4 author readAndSend noCode)]

def fromNothing : Traces :=
  { name := "from a new tenant", depth := 4, prologue := []
    calls := chain founding
      [byFounder (.createKey 2 author (scopesAt 6) noCode), byFounder (.createKey 3 agent (scopesAt 4) noCode),
       byAgent (.submit 1 1 digest 0 .gateFirst), bySystem .mailServer (.receive 2 1 digest .clean),
       byAgent (.setMode 1 .readOnly), byAgent (.setMode 1 .autonomous), byFounder (.setMode 1 .autonomous),
       byAgent (.requestCode 1 (.upgrade 1 .autonomous) secret), byAgent (.applyUpgrade 1 .autonomous ⟨1, secret⟩),
       byAgent (.applyUpgrade 1 .autonomous ⟨1, 8⟩), byFounder (.patchKey 1 readOnly noCode),
       byFounder (.patchKey 1 (scopesAt 11) noCode), byFounder (.revokeKey 1 noCode), byFounder (.revokeKey 0 noCode),
       byAuthor .suspendAll, byAgent .suspendAll, byFounder .liftAll, byAuthor .liftAll, byAuthor (.suspend 1), byFounder (.lift 1),
       byFounder (.removeMailbox 1), byFounder (.setPolicy 1 { policy with requiredApprovals := 2 }),
       byFounder (.setPolicy 1 { policy with requiredApprovals := 4 }), byFounder (.setAddress 21 9), byAuthor (.setAddress 21 9),
       bySystem .clock (.tick 10), bySystem .clock (.tick (day + 10)), bySystem .scanner (.message 1 (.scanResult digest (.known 0))),
       byAuthor (.message 1 (.approve digest)), byAgent (.message 1 (.approve digest)),
       bySystem .dispatcher (.message 1 .beginDispatch), byFounder (.look .ledger), byAgent (.look .ledger)] }

def submission (by_ : Act → Call) (sendAt : Nat) (timing : GateTiming) : Call := by_ (.submit 1 1 digest sendAt timing)

def on (by_ : Act → Call) (act : MessageAct) : Call := by_ (.message 1 act)

/-- An outgoing message and all that can happen to it. -/
def outgoing : Traces :=
  { name := "an outgoing message", depth := 7, prologue := founding
    calls :=
      [submission byAgent 0 .gateFirst, submission byAgent 50 .scheduleFirst, submission byAuthorWriting 50 .gateFirst,
       on (bySystem .scanner) (.scanResult digest .unknown), on (bySystem .scanner) (.scanResult digest (.known 0)),
       on (bySystem .scanner) (.scanResult digest (.known 900)), on (bySystem .scanner) (.scanResult stale (.known 0)),
       on byAuthor (.approve digest), on byOverseer (.approve digest), on byOverseer (.approve stale), on byAgent (.approve digest),
       on byOverseer .reject, on byAgent .cancel, on byAgent (.edit stale 50), on byAgent (.reschedule 0),
       on (bySystem .clock) .release, on (bySystem .clock) .expire, on (bySystem .dispatcher) .beginDispatch,
       on (bySystem .dispatcher) .unreachable, on (bySystem .mailServer) .accepted, on (bySystem .mailServer) .failed,
       on (bySystem .mailServer) .deferred, on (bySystem .dispatcher) .outcomeUnknown, on byOverseer (.settle true),
       on (bySystem .mailServer) (.report false), byFounder (.setMode 1 .monitored), byAgent (.setMode 1 .readOnly),
       byFounder (.setPolicy 1 { policy with requiredApprovals := 2 }), byOverseer .suspendAll, byFounder .liftAll,
       bySystem .clock (.tick 100), byFounder (.removeMailbox 1)] }

/-- Mail that comes in to a mailbox whose agent sees nothing unreleased. -/
def incoming : Traces :=
  { name := "an incoming message", depth := 6, prologue := chain founding [byFounder (.setMode 1 .gatedAll)]
    calls :=
      [bySystem .mailServer (.receive 1 1 digest .clean), bySystem .mailServer (.receive 1 1 digest .flagged),
       bySystem .mailServer (.receive 1 1 digest .quarantined), on byAgent .read, on byAuthor .read, on byAuthor (.approve digest),
       on byOverseer (.approve stale), on byOverseer .reject, on byOverseer .cancel, on byAgent .reportSpam, on byAuthor .reportSpam,
       on byAgent .notSpam, on byAuthor .notSpam, byFounder (.setMode 1 .autonomous), byAgent (.setMode 1 .gatedAll),
       byFounder (.suspend 1), byFounder (.removeMailbox 1), byAgent (.look (.inbox 1)), byOverseer (.look .pending)] }

/-- An agent that administers, the codes that it asks for and what it does with them. -/
def handingOut : Traces :=
  { name := "keys and codes", depth := 5
    prologue := chain founding [byFounder (.patchKey 1 (scopesAt 10) noCode)]
    calls :=
      [byAgent (.requestCode 1 (.upgrade 1 .autonomous) secret), byAgent (.requestCode 1 (.createMailbox 2) secret),
       byAgent (.requestCode 1 (.createKey otherAgent readAndSend) secret), byAgent (.requestCode 1 (.patchKey 1 (scopesAt 3)) secret),
       byAgent (.requestCode 1 (.revokeKey 2) secret), byAgent (.requestCode 1 (.operate digest) secret),
       byAgent (.operate digest ⟨1, secret⟩), byAgent (.operate stale ⟨1, secret⟩), byFounder (.confirm digest ⟨1, secret⟩), byAuthor (.requestCode 1 (.revokeKey 2) secret),
       byAgent (.applyUpgrade 1 .autonomous ⟨1, secret⟩), byAgent (.applyUpgrade 1 .monitored ⟨1, secret⟩),
       byAgent (.applyUpgrade 1 .autonomous ⟨1, 8⟩), byAgent (.createMailbox 2 .autonomous policy ⟨1, secret⟩),
       byAgent (.createMailbox 3 .autonomous policy ⟨1, secret⟩), byAgent (.createKey 5 otherAgent readAndSend ⟨1, secret⟩),
       byAgent (.createKey 5 otherAgent (scopesAt 6) ⟨1, secret⟩), byAgent (.createKey 5 overseer (scopesAt 4) ⟨1, secret⟩),
       byAgent (.patchKey 1 (scopesAt 3) ⟨1, secret⟩), byAgent (.patchKey 1 (scopesAt 10) ⟨1, secret⟩),
       byAgent (.revokeKey 2 ⟨1, secret⟩), byAgent (.revokeKey 1 ⟨1, secret⟩), byFounder (.revokeKey 1 noCode),
       byFounder (.setMode 1 .readOnly), byFounder (.lift 1), byAuthor (.suspend 1), bySystem .clock (.tick (day - 1)),
       bySystem .clock (.tick day), byAuthor (.setAddress 21 9), byFounder (.setAddress 21 9)] }

def everyTrace : List Traces := [fromNothing, outgoing, incoming, handingOut]

end Countersign.Vectors
