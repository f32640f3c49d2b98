// A key that is typed in stays in this tab: nothing is stored, and the page's policy lets it call this server only.
window.SwaggerUIBundle({
  url: "/v1/openapi.json",
  dom_id: "#reference",
  deepLinking: true,
  docExpansion: "list",
  defaultModelsExpandDepth: 0,
  displayRequestDuration: false,
  filter: true,
  operationsSorter: "alpha",
  persistAuthorization: false,
  tagsSorter: "alpha",
  validatorUrl: null,
});
