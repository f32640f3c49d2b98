package dev.countersign.host.api.signup;

import dev.countersign.host.api.access.Public;
import dev.countersign.host.platform.http.PlainPage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What a person does with a code. */
@Path("/confirm")
@RequestScoped
@Produces(MediaType.TEXT_HTML)
public class ConfirmPage {

  @GET
  @Public
  @Operation(hidden = true)
  public Response page() {
    return new PlainPage("Confirm an account")
        .sentence("Give the code from the mail to your agent, if you know that agent.")
        .sentence("Another mail will bring you your own keys. Give those to nobody.")
        .answer(200);
  }
}
