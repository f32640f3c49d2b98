import Countersign.Plain
/-! A law that holds. -/
namespace Countersign

theorem two_and_two : two + two = 4 := rfl

end Countersign
