-- Who has no telephone says at the desk which voucher they want: how, and to whom.
ALTER TABLE voucher
  ADD COLUMN channel text NOT NULL DEFAULT 'app' CHECK (channel IN ('app', 'oral', 'written')),
  ADD COLUMN entered_by uuid,       -- null: themselves
  ADD CHECK ((channel = 'app') = (entered_by IS NULL));
ALTER TABLE voucher ALTER COLUMN channel DROP DEFAULT;
