import Countersign.Plain
/-! A law that nobody proved. -/
namespace Countersign

theorem two_and_two : two + two = 5 := sorry

end Countersign
