/** Webhooks of mail providers: mail that they received, and what they say of mail that went out. */
@NullMarked
package dev.countersign.host.api.provider;

import org.jspecify.annotations.NullMarked;
