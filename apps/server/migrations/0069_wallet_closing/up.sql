-- The end of the wallets' year: announced thirty days before, then done household by household.
CREATE TABLE wallet_closing (
  village_id text NOT NULL REFERENCES village,
  closing_id uuid NOT NULL,
  due_on date NOT NULL,             -- the sheet's day
  closes_on date NOT NULL,          -- that day, or thirty days after it was announced
  sheet_hash text NOT NULL,
  policy jsonb NOT NULL,            -- as it was announced
  state text NOT NULL CHECK (state IN ('announced', 'closed', 'called_off')),
  announced_at timestamptz NOT NULL,
  told_through uuid,                -- the last household that was told of it
  is_told boolean NOT NULL,
  closed_through uuid,              -- the last household whose wallet was closed
  ended_at timestamptz,
  PRIMARY KEY (village_id, closing_id),
  CHECK (closes_on >= due_on),
  CHECK ((state = 'announced') = (ended_at IS NULL))
);
CREATE UNIQUE INDEX wallet_closing_once ON wallet_closing (village_id, due_on)
  WHERE state <> 'called_off';

CREATE TABLE wallet_closed (
  village_id text NOT NULL,
  closing_id uuid NOT NULL,
  household_id uuid NOT NULL,
  base_hundredths bigint NOT NULL,  -- the balance that the log holds, with what came back later
  dropped_hundredths bigint NOT NULL CHECK (dropped_hundredths >= 0), -- as the log tells it
  taken_hundredths bigint NOT NULL CHECK (taken_hundredths >= 0), -- out of the wallet, later too
  late_hundredths bigint NOT NULL CHECK (late_hundredths >= 0), -- due of what is reserved, if it comes back
  closed_at timestamptz NOT NULL,
  PRIMARY KEY (village_id, closing_id, household_id),
  FOREIGN KEY (village_id, closing_id) REFERENCES wallet_closing
);
CREATE INDEX wallet_closed_of_household ON wallet_closed (village_id, household_id, closed_at);

-- What the week's sum tells beside spending: what a closing told of points that were reserved.
ALTER TABLE wallet_spending ADD COLUMN of_closing boolean NOT NULL DEFAULT false;

SELECT azalea_isolate('wallet_closing',
  'SELECT, INSERT, UPDATE (state, told_through, is_told, closed_through, ended_at)');
SELECT azalea_isolate('wallet_closed', 'SELECT, INSERT, UPDATE (base_hundredths, taken_hundredths, late_hundredths)');
