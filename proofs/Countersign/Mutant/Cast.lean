import Countersign.Thm.Trace
/-! Who acts in the examples and counterexamples, and how our rules are spoiled. -/
namespace Countersign.Mutant
noncomputable section

/-- Our rules without every guard that answers `why`. -/
def without (why : Refusal) : Rules :=
  { ours with requires := fun t c => (t.requires c).filter fun guard => decide (guard.2 ≠ why) }

/-- These rules, but this act on a message has this effect. -/
def Rules.doing (rules : Rules) (effect : View → Message → MessageAct → Option Message) : Rules :=
  { rules with effect := fun t c => match c.act with
      | .message id act =>
        { t with messages := alter t.messages id fun m => match t.mailboxes m.mailbox with
          | none => m
          | some b => (effect (t.view b) m act).getD (t.moved c act m) }
      | _ => t.effect c }

def bot : Principal := ⟨.agent, 2⟩
def ann : Principal := ⟨.person, 3⟩
def scanner : Principal := ⟨.scanner, 90⟩
def clock : Principal := ⟨.clock, 91⟩
def dispatcher : Principal := ⟨.dispatcher, 92⟩
def server : Principal := ⟨.mailServer, 93⟩

def noCode : Presented := ⟨0, 0⟩
def policy : Policy := ⟨1, 500, true, 1000, true, 3⟩

/-- A gated mailbox 0, a key 1 with which the bot sends and reads, and a key 2 with which Ann decides. -/
def staffed : List Call := [
  ⟨founder, 0, .createMailbox 0 .gatedSend policy noCode⟩,
  ⟨founder, 0, .createKey 1 bot ⟨true, true, false, false⟩ noCode⟩,
  ⟨founder, 0, .createKey 2 ann ⟨true, false, true, false⟩ noCode⟩]

def setMode (mode : Mode) : Call := ⟨founder, 0, .setMode 0 mode⟩
def setPolicy (p : Policy) : Call := ⟨founder, 0, .setPolicy 0 p⟩
/-- Message 0, digest 7, to leave at once. -/
def submit : Call := ⟨bot, 1, .submit 0 0 7 0 .gateFirst⟩
def on (who : Principal) (key : Nat) (act : MessageAct) : Call := ⟨who, key, .message 0 act⟩
def scan : Call := on scanner 0 (.scanResult 7 (.known 10))
def approve : Call := on ann 2 (.approve 7)
def dispatch : Call := on dispatcher 0 .beginDispatch
def accepted : Call := on server 0 .accepted

/-- Submitted, scanned and approved: on its way from a gated mailbox. -/
def approved : List Call := staffed ++ [submit, scan, approve]

/-- Submitted and scanned in a mailbox that needs nobody. -/
def free : List Call := staffed ++ [setMode .autonomous, submit, scan]

/-- A tenant after these calls. -/
def after (rules : Rules) (calls : List Call) : Tenant := Tenant.new.runBy rules calls

theorem reached (rules : Rules) (calls : List Call) : Reachable rules (after rules calls) :=
  (reachable_iff rules _).2 ⟨calls, rfl⟩

/-- Somebody's approval of message 0 stands in the ledger. -/
def anyApproval : List Entry → Bool
  | [] => false
  | e :: rest => (match e.call.act with | .message 0 (.approve _) => true | _ => false) || anyApproval rest

theorem no_approval {log : List Entry} (none : anyApproval log = false) {e : Entry} (he : e ∈ log) (digest : Nat)
    (act : e.call.act = .message 0 (.approve digest)) : False := by
  induction log with
  | nil => cases he
  | cons x rest ih =>
    simp only [anyApproval, Bool.or_eq_false_iff] at none
    cases he with
    | head => rw [act] at none; cases none.1
    | tail _ he => exact ih none.2 he

end
end Countersign.Mutant
