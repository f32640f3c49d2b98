-- H2 files the kinds of its indexes by a hash of their columns' places. (tenant_id, changed_at) and (mailbox_no, id) had the same one, so
-- that after a crash in the middle of a change to messages the file could not be opened. A third column tells them apart.
DROP INDEX messages_by_change;
CREATE INDEX messages_by_change ON messages (tenant_id, changed_at, id);
