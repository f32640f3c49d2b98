/** The description of the API (OpenAPI 3.1), made from the resources that answer it. */
@NullMarked
package dev.countersign.host.openapi;

import org.jspecify.annotations.NullMarked;
