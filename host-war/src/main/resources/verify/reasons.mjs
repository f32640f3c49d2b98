// What it means when something does not verify; the command says the same words.

export const REASONS = {
  message_malformed: 'The message is not well-formed, or mail programs could read it in different ways.',
  header_missing: 'Some of the identity headers are missing: they were removed, or never complete.',
  header_repeated: 'An identity header is there twice: mail programs could believe either.',
  agent_identity_malformed: 'An identity header has a form that no signer writes.',
  signature_malformed: 'The message signature is cut, padded or not in the one form that is allowed.',
  tenant_key_unknown: 'The keys at hand have none of the tenant that the message names.',
  signature_invalid: 'The tenant did not sign this message as it is now: a covered header, the text, a file or the key is another.'
    + ' Mailing lists and forwarders that change a message cause this too.',
  key_revoked: 'The key that signed was revoked: whoever has it could have written any message and any date.',
  key_not_in_force: 'The key that signed was not in use at the time that the signed text names.',
  claim_token_malformed: 'The claim is cut, padded or not in the one form that is allowed.',
  service_key_unknown: 'The keys at hand have none of the service.',
  claim_signature_invalid: 'The service did not sign this claim: it was changed, or signed with a key that is not among those at hand.',
  claim_not_canonical: 'The claim is signed, but does not have the form of a claim.',
  claim_oversight_differs: 'The claim names another oversight mode than the header beside it.',
  disclosure_differs: 'The mark X-AI-Generated and the claim contradict one another, or one is there without the other.',
};

export const OVERSIGHT = {
  read_only: 'The agent could not send at all.',
  gated_all: 'A person approved the message before it left.',
  gated_send: 'A person approved the message before it left.',
  monitored: 'A person was sent a copy; nobody had to approve it, unless its risk was not known.',
  autonomous: 'Nobody had to approve it, unless its risk was not known.',
};
