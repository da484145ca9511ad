-- As in V1. A connection without a sign-in's id is from before there were any: its own id is the owner of its tokens.

ALTER TABLE connection ADD COLUMN sign_in_id ${text};

ALTER TABLE connection ADD COLUMN link_id ${text};

ALTER TABLE connection ADD COLUMN chosen_at ${integer};
