-- What the person noted who rejected a message: whoever wrote it can then write it better.
ALTER TABLE messages ADD COLUMN rejection_note VARCHAR(2000);
