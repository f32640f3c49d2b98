import Countersign.Plain
import Countersign.Law
