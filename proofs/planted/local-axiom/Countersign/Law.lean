import Countersign.Plain
/-! A law that rests on what was only said. -/
namespace Countersign

axiom said : two + two = 5

theorem two_and_two : two + two = 5 := said

end Countersign
