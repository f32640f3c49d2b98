import Countersign.Plain

/-! Nobody imports this file. -/
namespace Countersign

theorem two_is_even : two % 2 = 0 := rfl

end Countersign
