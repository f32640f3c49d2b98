import Countersign.Spec.Words
import Countersign.Spec.Message
import Countersign.Spec.Tenant
