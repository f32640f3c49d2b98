@NullMarked
package dev.countersign.host.webhooks;

import org.jspecify.annotations.NullMarked;
