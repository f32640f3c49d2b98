/** The API's JSON: what calls send, read into the host's own types, and what answers show. */
@NullMarked
package dev.countersign.host.api.json;

import org.jspecify.annotations.NullMarked;
