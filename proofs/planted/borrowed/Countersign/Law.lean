/-! A law about a word that this file does not import, and that nothing can break. -/
namespace Countersign

theorem two_and_two : two + two = 4 := rfl

end Countersign
