-- Tells whether a server holds the key that this database was sealed with: a keyed hash of a fixed
-- text, from which nothing follows about the key. One row for all villages, never changed.
CREATE TABLE master_key_check (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  check_value text NOT NULL
);
GRANT SELECT, INSERT ON master_key_check TO azalea_app;
