package dev.countersign.host.api.provider;

/**
 * What became of what a provider said.
 *
 * @param status received, recorded or ignored
 */
public record ProviderAnswer(String status) {}
