-- Who takes vouchers for a merchant holds a role of its own, and may live elsewhere: then they stand in
-- the village's office, and are no villager.
ALTER TABLE role_grant DROP CONSTRAINT role_grant_role_check;
ALTER TABLE role_grant ADD CONSTRAINT role_grant_role_check CHECK (role IN ('group_leader', 'committee', 'supervisor', 'technician', 'town_officer', 'auditor', 'operator', 'merchant'));
ALTER TABLE person ADD COLUMN is_outsider boolean NOT NULL DEFAULT false;

-- A shop of the village or the town that takes vouchers.
CREATE TABLE merchant (
  village_id text NOT NULL REFERENCES village,
  merchant_id uuid NOT NULL,
  name_zh text NOT NULL,
  name_en text,
  place text NOT NULL,              -- where people find it
  entered_by uuid NOT NULL,
  entered_at timestamptz NOT NULL,
  ended_at timestamptz,
  PRIMARY KEY (village_id, merchant_id)
);

-- Who takes vouchers for it, on a telephone of their own.
CREATE TABLE merchant_person (
  village_id text NOT NULL,
  person_id uuid NOT NULL,
  merchant_id uuid NOT NULL,
  bound_by uuid NOT NULL,
  bound_at timestamptz NOT NULL,
  PRIMARY KEY (village_id, person_id),
  FOREIGN KEY (village_id, merchant_id) REFERENCES merchant,
  FOREIGN KEY (village_id, person_id) REFERENCES person
);
CREATE INDEX merchant_person_of_merchant ON merchant_person (village_id, merchant_id);

-- Vouchers of one price and value: proposed by one, offered once a second person confirmed it.
CREATE TABLE voucher_kind (
  village_id text NOT NULL,
  voucher_kind_id uuid NOT NULL,
  name_zh text NOT NULL,
  name_en text,
  points_hundredths bigint NOT NULL CHECK (points_hundredths > 0),
  value_fen bigint NOT NULL CHECK (value_fen > 0),
  in_parts boolean NOT NULL,
  valid_days smallint NOT NULL CHECK (valid_days BETWEEN 1 AND 366),
  unspent text NOT NULL CHECK (unspent IN ('returned', 'lapsed')),
  budget_id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('proposed', 'offered', 'withdrawn')),
  proposed_by uuid NOT NULL,
  proposer_household_id uuid,
  proposed_at timestamptz NOT NULL,
  confirmed_by uuid,
  confirmed_at timestamptz,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  PRIMARY KEY (village_id, voucher_kind_id),
  FOREIGN KEY (village_id, budget_id) REFERENCES budget,
  CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL)),
  CHECK (state <> 'offered' OR confirmed_at IS NOT NULL),
  CHECK ((state = 'withdrawn') = (withdrawn_at IS NOT NULL)),
  CHECK ((withdrawn_by IS NULL) = (withdrawn_at IS NULL))
);

CREATE TABLE voucher_kind_merchant (
  village_id text NOT NULL,
  voucher_kind_id uuid NOT NULL,
  merchant_id uuid NOT NULL,
  PRIMARY KEY (village_id, voucher_kind_id, merchant_id),
  FOREIGN KEY (village_id, voucher_kind_id) REFERENCES voucher_kind,
  FOREIGN KEY (village_id, merchant_id) REFERENCES merchant
);

-- What a household bought, on the terms that it read before. The code itself stands nowhere.
CREATE TABLE voucher (
  village_id text NOT NULL,
  voucher_id uuid NOT NULL,
  voucher_kind_id uuid NOT NULL,
  code_hash text NOT NULL,          -- keyed
  household_id uuid NOT NULL,
  person_id uuid NOT NULL,
  points_hundredths bigint NOT NULL CHECK (points_hundredths > 0),
  value_fen bigint NOT NULL CHECK (value_fen > 0),
  left_fen bigint NOT NULL CHECK (left_fen BETWEEN 0 AND value_fen),
  in_parts boolean NOT NULL,
  unspent text NOT NULL CHECK (unspent IN ('returned', 'lapsed')),
  budget_id uuid NOT NULL,
  expires_on date NOT NULL,         -- the last day on which it is taken
  state text NOT NULL CHECK (state IN ('issued', 'spent', 'expired')),
  issued_at timestamptz NOT NULL,
  ended_at timestamptz,
  returned_hundredths bigint NOT NULL DEFAULT 0 CHECK (returned_hundredths BETWEEN 0 AND points_hundredths),
  PRIMARY KEY (village_id, voucher_id),
  UNIQUE (village_id, code_hash),
  FOREIGN KEY (village_id, voucher_kind_id) REFERENCES voucher_kind,
  CHECK ((state = 'issued') = (ended_at IS NULL)),
  CHECK (state <> 'spent' OR left_fen = 0),
  CHECK (state <> 'issued' OR left_fen > 0),
  CHECK (returned_hundredths = 0 OR (state = 'expired' AND unspent = 'returned'))
);
CREATE INDEX voucher_of_household ON voucher (village_id, household_id, issued_at);
CREATE INDEX voucher_open ON voucher (village_id, expires_on) WHERE state = 'issued';

-- A month of all merchants: proposed by one, paid once a second person confirmed it.
CREATE TABLE voucher_settlement (
  village_id text NOT NULL REFERENCES village,
  settlement_id uuid NOT NULL,
  month text NOT NULL CHECK (month ~ '^[0-9]{4}-[0-9]{2}$'),
  redemption_count integer NOT NULL CHECK (redemption_count > 0),
  total_fen bigint NOT NULL CHECK (total_fen > 0),
  terms_hash bytea NOT NULL,        -- whom how much and where to, as it was proposed and is confirmed
  state text NOT NULL CHECK (state IN ('proposed', 'confirmed', 'dropped')),
  proposed_by uuid NOT NULL,
  proposer_household_id uuid,
  proposed_at timestamptz NOT NULL,
  ended_by uuid,
  ended_at timestamptz,
  PRIMARY KEY (village_id, settlement_id),
  CHECK ((state = 'proposed') = (ended_at IS NULL)),
  CHECK ((ended_by IS NULL) = (ended_at IS NULL))
);
CREATE UNIQUE INDEX voucher_settlement_of_month ON voucher_settlement (village_id, month) WHERE state <> 'dropped';

CREATE TABLE voucher_statement (
  village_id text NOT NULL,
  settlement_id uuid NOT NULL,
  merchant_id uuid NOT NULL,
  amount_fen bigint NOT NULL CHECK (amount_fen > 0),
  redemption_count integer NOT NULL CHECK (redemption_count > 0),
  run_id uuid NOT NULL,             -- by which payments it is paid
  statement bytea NOT NULL,         -- all that its sheet and its table are made from
  statement_hash bytea NOT NULL,
  PRIMARY KEY (village_id, settlement_id, merchant_id),
  FOREIGN KEY (village_id, settlement_id) REFERENCES voucher_settlement,
  FOREIGN KEY (village_id, merchant_id) REFERENCES merchant
);
CREATE INDEX voucher_statement_of_merchant ON voucher_statement (village_id, merchant_id);

CREATE TABLE voucher_redemption (
  village_id text NOT NULL,
  redemption_id uuid NOT NULL,
  voucher_id uuid NOT NULL,
  merchant_id uuid NOT NULL,
  amount_fen bigint NOT NULL CHECK (amount_fen > 0),
  left_fen bigint NOT NULL CHECK (left_fen >= 0),
  month text NOT NULL CHECK (month ~ '^[0-9]{4}-[0-9]{2}$'),
  redeemed_by uuid NOT NULL,
  redeemed_at timestamptz NOT NULL,
  PRIMARY KEY (village_id, redemption_id),
  UNIQUE (village_id, voucher_id, left_fen),
  FOREIGN KEY (village_id, voucher_id) REFERENCES voucher,
  FOREIGN KEY (village_id, merchant_id) REFERENCES merchant
);
CREATE INDEX voucher_redemption_of_merchant ON voucher_redemption (village_id, merchant_id, redeemed_at);
CREATE INDEX voucher_redemption_of_month ON voucher_redemption (village_id, month, merchant_id);

SELECT azalea_isolate('merchant', 'SELECT, INSERT, UPDATE (ended_at)');
SELECT azalea_isolate('merchant_person', 'SELECT, INSERT, DELETE');
SELECT azalea_isolate('voucher_kind', 'SELECT, INSERT, UPDATE (state, confirmed_by, confirmed_at, withdrawn_by, withdrawn_at)');
SELECT azalea_isolate('voucher_kind_merchant', 'SELECT, INSERT');
SELECT azalea_isolate('voucher', 'SELECT, INSERT, UPDATE (left_fen, state, ended_at, returned_hundredths)');
SELECT azalea_isolate('voucher_settlement', 'SELECT, INSERT, UPDATE (state, ended_by, ended_at)');
SELECT azalea_isolate('voucher_statement', 'SELECT, INSERT');
SELECT azalea_isolate('voucher_redemption', 'SELECT, INSERT');
