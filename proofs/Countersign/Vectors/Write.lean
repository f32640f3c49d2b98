import Countersign.Vectors.Tables
import Countersign.Vectors.Traces
/-! Writes the vectors: `Vectors.daily` in every build, `Vectors.long` when asked. -/
namespace Countersign.Vectors

def daily (file : String) : IO Unit := do
  let h ← IO.FS.Handle.mk file .write
  for traces in everyTrace do
    traces.write h
  for table in tenantTables do
    table.write h
  for table in dailyTables do
    table.write h
  h.flush

def long (mode : Nat) (file : String) : IO Unit := do
  let h ← IO.FS.Handle.mk file .write
  (longTable mode).write h
  h.flush

end Countersign.Vectors
