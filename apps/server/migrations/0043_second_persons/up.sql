-- Through whom the giver of an office had theirs, up to set-up: together with `granted_by`, everyone to
-- whom its holder owes it. Empty: the giver's came from set-up, or the grant is older than this column.
ALTER TABLE role_grant ADD COLUMN granted_through uuid[] NOT NULL DEFAULT '{}';

-- Where the proposer lived then: moving away does not make a second person of their kin.
ALTER TABLE sign_in_change ADD COLUMN proposer_household_id uuid;

-- The new telephones to which a person had a code sent, for a day: whoever is signed in as somebody
-- must not send codes to the whole village.
CREATE TABLE own_phone_request (
  village_id text NOT NULL,
  person_id uuid NOT NULL,
  phone_hash text NOT NULL,
  requested_at timestamptz NOT NULL,
  PRIMARY KEY (village_id, person_id, phone_hash),
  FOREIGN KEY (village_id, person_id) REFERENCES person
);
SELECT azalea_isolate('own_phone_request', 'SELECT, INSERT, UPDATE (requested_at), DELETE');
