-- Where a merchant is to have its money sent from now on, until a second person has confirmed it: one
-- for a merchant. In clear, as the account that it becomes.
CREATE TABLE merchant_account_change (
  village_id text NOT NULL REFERENCES village,
  merchant_id uuid NOT NULL,
  change_id uuid NOT NULL,
  holder_name text NOT NULL,
  bank_name text NOT NULL,
  account_number text NOT NULL CHECK (account_number ~ '^[0-9]{8,32}$'),
  proposed_by uuid NOT NULL,
  proposer_household_id uuid,
  proposed_at timestamptz NOT NULL,
  PRIMARY KEY (village_id, merchant_id),
  FOREIGN KEY (village_id, merchant_id) REFERENCES merchant
);

SELECT azalea_isolate('merchant_account_change', 'SELECT, INSERT, DELETE');
