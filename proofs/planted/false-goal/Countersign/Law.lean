import Countersign.Plain
/-! A law that does not hold. -/
namespace Countersign

theorem two_and_two : two + two = 5 := by decide

end Countersign
