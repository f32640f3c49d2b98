package dev.countersign.host.mail;

import jakarta.mail.internet.MimeMessage;

/** A message ready to be signed and sent, and whom the mail server is to give it to. */
public record ComposedMail(MimeMessage message, Envelope envelope) {}
