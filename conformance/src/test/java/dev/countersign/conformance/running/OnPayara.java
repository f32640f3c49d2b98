package dev.countersign.conformance.running;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * On a test class that deploys {@link TheWar} to Payara Micro by Arquillian and calls it from
 * outside. The surroundings come first: the server reads where they are when it starts.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith({Surroundings.class, ArquillianExtension.class})
public @interface OnPayara {}
