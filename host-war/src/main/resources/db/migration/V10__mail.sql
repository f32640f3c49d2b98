-- What mail needs beside sending and deciding: threads, tags, filters' verdicts, what a mailbox adds to all that leaves it,
-- and what was handed in a moment ago.

CREATE INDEX messages_by_internet_id ON messages (mailbox_no, internet_message_id);
CREATE INDEX messages_by_thread ON messages (mailbox_no, thread_id, id);

-- What the filter in front said on arrival, and what somebody here says since; null where nobody did.
ALTER TABLE messages ADD COLUMN spam_verdict VARCHAR(20);
ALTER TABLE messages ADD COLUMN user_label VARCHAR(20);

CREATE TABLE message_tags (
  message_id VARCHAR(40)  NOT NULL REFERENCES messages,
  tag_key    VARCHAR(100) NOT NULL,
  tag_value  VARCHAR(500) NOT NULL,
  PRIMARY KEY (message_id, tag_key)
);

-- The newest message with a content, so that the same content a moment later is found.
CREATE TABLE recent_content (
  mailbox_no     BIGINT      NOT NULL REFERENCES mailboxes,
  content_sha256 VARCHAR(64) NOT NULL,
  message_id     VARCHAR(40) NOT NULL REFERENCES messages,
  created_at     BIGINT      NOT NULL,
  PRIMARY KEY (mailbox_no, content_sha256)
);
CREATE INDEX recent_content_by_message ON recent_content (message_id);

ALTER TABLE mailboxes ADD COLUMN auto_cc VARCHAR(320);
ALTER TABLE mailboxes ADD COLUMN auto_bcc VARCHAR(320);
ALTER TABLE mailboxes ADD COLUMN signature_block VARCHAR(200);
ALTER TABLE mailboxes ADD COLUMN forward_inbound BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE mailboxes ADD COLUMN mcp_configured BOOLEAN DEFAULT TRUE NOT NULL;
