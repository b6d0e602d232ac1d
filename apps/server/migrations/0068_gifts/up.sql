-- Points that one household gave another, as often as the rule sheet allows in a month.
CREATE TABLE gift (
  village_id text NOT NULL REFERENCES village,
  gift_id uuid NOT NULL,
  from_household_id uuid NOT NULL,
  to_household_id uuid NOT NULL,
  points_hundredths bigint NOT NULL CHECK (points_hundredths > 0),
  month text NOT NULL CHECK (month ~ '^\d{4}-\d{2}$'), -- in which it counts for the limit
  given_by uuid NOT NULL,
  given_to uuid NOT NULL,
  given_at timestamptz NOT NULL,
  PRIMARY KEY (village_id, gift_id),
  CHECK (from_household_id <> to_household_id)
);
CREATE INDEX gift_from ON gift (village_id, from_household_id, month);
CREATE INDEX gift_to ON gift (village_id, to_household_id, given_at);

SELECT azalea_isolate('gift', 'SELECT, INSERT');
