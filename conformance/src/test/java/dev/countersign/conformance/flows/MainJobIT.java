package dev.countersign.conformance.flows;

import dev.countersign.conformance.accounts.Accounting;
import dev.countersign.conformance.accounts.AccountsGuide;
import dev.countersign.conformance.accounts.Claiming;
import dev.countersign.conformance.accounts.Discovering;
import dev.countersign.conformance.accounts.KnowingRecipients;
import dev.countersign.conformance.accounts.SigningUp;
import dev.countersign.conformance.accounts.Suppressing;
import dev.countersign.conformance.accounts.Unsubscribing;
import dev.countersign.conformance.api.Allowing;
import dev.countersign.conformance.api.Describing;
import dev.countersign.conformance.api.Fuzzing;
import dev.countersign.conformance.badinput.Refusing;
import dev.countersign.conformance.clients.Calling;
import dev.countersign.conformance.codes.ActingByCode;
import dev.countersign.conformance.codes.Upgrading;
import dev.countersign.conformance.docs.MailGuides;
import dev.countersign.conformance.docs.QuickStarts;
import dev.countersign.conformance.docs.Readme;
import dev.countersign.conformance.evidence.Evidencing;
import dev.countersign.conformance.ledger.Detaching;
import dev.countersign.conformance.ledger.Recording;
import dev.countersign.conformance.mcp.Connecting;
import dev.countersign.conformance.mcp.Guarding;
import dev.countersign.conformance.mcp.McpGuide;
import dev.countersign.conformance.mcp.Offering;
import dev.countersign.conformance.platform.Accountable;
import dev.countersign.conformance.platform.Mannered;
import dev.countersign.conformance.retention.Retaining;
import dev.countersign.conformance.running.OnPayara;
import dev.countersign.conformance.running.Product;
import dev.countersign.conformance.running.TheWar;
import dev.countersign.conformance.seeds.Founding;
import dev.countersign.conformance.seeds.FoundingPython;
import dev.countersign.conformance.siem.Searching;
import dev.countersign.conformance.siem.SiemGuide;
import dev.countersign.conformance.siem.Subscribing;
import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The product's own archive on Payara Micro, tried from outside. */
@OnPayara
@RunAsClient
class MainJobIT
    implements Answering,
        Attaching,
        Conversing,
        Furnishing,
        Scheduling,
        Allowing,
        Approving,
        Calling,
        Auditing,
        Delivering,
        Describing,
        Disclosing,
        Evidencing,
        Identifying,
        Judging,
        Smuggling,
        Reading,
        Recording,
        Detaching,
        Receiving,
        Withholding,
        ReplacingKeys,
        ReplacingLogKeys,
        Restraining,
        Retaining,
        KeepingApart,
        Repeating,
        Logging,
        Offering,
        Guarding,
        McpGuide,
        Connecting,
        Refusing,
        Founding,
        FoundingPython,
        Fuzzing,
        QuickStarts,
        Upgrading,
        ActingByCode,
        Readme,
        MailGuides,
        Searching,
        Subscribing,
        Suppressing,
        Unsubscribing,
        Accounting,
        AccountsGuide,
        SigningUp,
        Claiming,
        Discovering,
        KnowingRecipients,
        SiemGuide,
        Mannered,
        Accountable {
  @ArquillianResource URL address;

  @Deployment(testable = false)
  static WebArchive server() {
    return TheWar.atRoot();
  }

  @Override
  public Product product() {
    return Product.deployedAt(address);
  }
}
