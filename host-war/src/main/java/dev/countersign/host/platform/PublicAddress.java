package dev.countersign.host.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How others reach this server, as {@code COUNTERSIGN_PUBLIC_URL} says. */
@ApplicationScoped
public class PublicAddress {
  @Inject
  @ConfigProperty(name = "countersign.public.url", defaultValue = "http://127.0.0.1:8080")
  String url;

  /** {@return the address of this path there} */
  public String of(String path) {
    return (url.endsWith("/") ? url.substring(0, url.length() - 1) : url) + path;
  }

  public boolean https() {
    return url.startsWith("https://");
  }
}
