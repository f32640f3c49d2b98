/-! What the law of this small project is about. -/
namespace Countersign

def two : Nat := 2

end Countersign
