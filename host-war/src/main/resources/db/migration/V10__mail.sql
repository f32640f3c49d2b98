-- What mail needs beside sending and deciding: threads, tags, filters' verdicts, what a mailbox adds to all that leaves it,
-- and what was handed in a moment ago.

CREATE INDEX messages_by_internet_id ON messages (mailbox_no, internet_message_id);
CREATE INDEX messages_by_thread ON messages (mailbox_no, thread_id, id);

-- What somebody here says of a message from outside: spam, not_spam; null where nobody did.
ALTER TABLE messages ADD COLUMN user_label VARCHAR(20);

CREATE TABLE message_tags (
  message_id VARCHAR(40)  NOT NULL REFERENCES messages,
  tag_key    VARCHAR(100) NOT NULL,
  tag_value  VARCHAR(500) NOT NULL,
  PRIMARY KEY (message_id, tag_key)
);

-- What was handed in a moment ago: SHA-256 over mailbox and content, and the newest message with it.
CREATE TABLE recent_content (
  content_sha256 VARCHAR(64) PRIMARY KEY,
  message_id     VARCHAR(40) NOT NULL REFERENCES messages,
  created_at     BIGINT      NOT NULL
);
CREATE INDEX recent_content_by_message ON recent_content (message_id);

ALTER TABLE mailboxes ADD COLUMN auto_cc VARCHAR(320);
ALTER TABLE mailboxes ADD COLUMN auto_bcc VARCHAR(320);
ALTER TABLE mailboxes ADD COLUMN signature_block VARCHAR(200);
ALTER TABLE mailboxes ADD COLUMN mcp_configured BOOLEAN DEFAULT TRUE NOT NULL;
