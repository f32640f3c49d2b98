import Countersign.Mutant.Cast
/-! The laws are not kept by doing nothing: our rules do let through what they should. -/
namespace Countersign.Mutant

/-- With a person's approval a message leaves a gated mailbox and is sent. -/
theorem a_gated_message_is_sent : ∃ m, (after ours (approved ++ [dispatch, accepted])).messages 0 = some m ∧
    m.status = .sent ∧ m.modeAtSubmission = .gatedSend ∧ m.approvals = [⟨ann, 7⟩] := ⟨_, rfl, rfl, rfl, rfl⟩

/-- In a `gated_all` mailbox, an agent reads what came in once a person has released it. -/
theorem a_released_message_is_read : ∃ m, (after ours (staffed ++ [setMode .gatedAll, ⟨server, 0, .receive 0 0 7 .clean⟩, approve,
    on bot 1 .read])).messages 0 = some m ∧ m.status = .read ∧ m.modeAtSubmission = .gatedAll := ⟨_, rfl, rfl, rfl⟩

/-- With the operator's code an agent loosens its mailbox by what the code says. -/
theorem an_upgrade_is_applied : ∃ b, (after ours (staffed ++ [⟨bot, 1, .requestCode 5 (.upgrade 0 .monitored) 1234⟩,
    ⟨bot, 1, .applyUpgrade 0 .monitored ⟨5, 1234⟩⟩])).mailboxes 0 = some b ∧ b.mode = .monitored := ⟨_, rfl, rfl⟩

/-- With the operator's code an agent that administers does that one thing of the operator's, and not again. -/
theorem a_code_is_good_for_its_act : (Tenant.new.run [⟨founder, 0, .createKey 1 bot ⟨true, true, false, true⟩ noCode⟩,
    ⟨bot, 1, .requestCode 5 (.operate 6) 1234⟩, ⟨bot, 1, .operate 7 ⟨5, 1234⟩⟩, ⟨bot, 1, .operate 6 ⟨5, 1234⟩⟩,
    ⟨bot, 1, .operate 6 ⟨5, 1234⟩⟩]).log.map (·.outcome) = [.refused .needsCode, .ok, .refused .needsCode, .ok, .ok] := rfl

/-- The same in the world: tenant 4's message is sent while tenant 3 is stopped. -/
theorem one_tenant_sends_beside_another : ∃ m,
    (World.new.run ((3, ⟨founder, 0, .suspendAll⟩) :: (approved ++ [dispatch, accepted]).map fun c => (4, c)) 4).messages 0 = some m ∧
    m.status = .sent := ⟨_, rfl, rfl⟩

end Countersign.Mutant
