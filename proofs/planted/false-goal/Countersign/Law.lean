import Countersign.Plain
/-! A law that does not hold. -/
namespace Countersign

/-- Two of these are four. -/
def TwoAndTwo (n : Nat) : Prop := n + n = 4

theorem two_and_two : TwoAndTwo (two + 1) := rfl

/-- Of three it is false. -/
theorem three_and_three : ¬ TwoAndTwo 3 := by simp [TwoAndTwo]

end Countersign
