-- Double entry. Two units: honour (ranks) and wallet (is spent). Amounts in hundredths of a point.
-- A household's account keeps its balance; an issuer's balance is minus the sum of the
-- others, never kept: its row would be locked by every award of the village.
CREATE TABLE ledger_account (
  village_id text NOT NULL REFERENCES village,
  account_id text NOT NULL,         -- '<unit>/<owner kind>/<owner id>', e.g. 'honour/household/…'
  unit text NOT NULL CHECK (unit IN ('honour', 'wallet')),
  owner_kind text NOT NULL CHECK (owner_kind IN ('household', 'issuer')),
  owner_id text NOT NULL,
  balance_hundredths bigint,
  opened_at timestamptz NOT NULL,
  PRIMARY KEY (village_id, account_id),
  CHECK ((owner_kind = 'household') = (balance_hundredths IS NOT NULL))
);

CREATE TABLE transfer (
  village_id text NOT NULL REFERENCES village,
  transfer_id uuid NOT NULL,
  cause_kind text NOT NULL,         -- 'award', 'reversal', …
  cause_id uuid NOT NULL,
  corrects_transfer_id uuid,
  posted_at timestamptz NOT NULL,
  PRIMARY KEY (village_id, transfer_id),
  UNIQUE (village_id, cause_kind, cause_id),
  FOREIGN KEY (village_id, corrects_transfer_id) REFERENCES transfer
);

CREATE TABLE entry (
  village_id text NOT NULL,
  transfer_id uuid NOT NULL,
  line smallint NOT NULL,
  account_id text NOT NULL,
  amount_hundredths bigint NOT NULL CHECK (amount_hundredths <> 0),
  earner_id uuid,
  PRIMARY KEY (village_id, transfer_id, line),
  FOREIGN KEY (village_id, transfer_id) REFERENCES transfer,
  FOREIGN KEY (village_id, account_id) REFERENCES ledger_account
);
CREATE INDEX entry_by_account ON entry (village_id, account_id, transfer_id, line);

SELECT azalea_isolate('ledger_account', 'SELECT, INSERT, UPDATE (balance_hundredths)');
SELECT azalea_isolate('transfer', 'SELECT, INSERT');
SELECT azalea_isolate('entry', 'SELECT, INSERT');
