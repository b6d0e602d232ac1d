-- Where payees have their money sent; in clear, as telephones are, for who pays them.
CREATE TABLE payout_account (
  village_id text NOT NULL REFERENCES village,
  payee_kind text NOT NULL,
  payee_id text NOT NULL,
  holder_name text NOT NULL,
  bank_name text NOT NULL,
  account_number text NOT NULL CHECK (account_number ~ '^[0-9]{8,32}$'),
  said_by uuid NOT NULL,
  said_at timestamptz NOT NULL,
  PRIMARY KEY (village_id, payee_kind, payee_id)
);

-- Payments that leave the books together: a statement, and what the bank or the signatures made of it.
CREATE TABLE payment_run (
  village_id text NOT NULL REFERENCES village,
  run_id uuid NOT NULL,
  means text NOT NULL CHECK (means IN ('bank', 'cash')),
  title text NOT NULL,
  payment_count integer NOT NULL CHECK (payment_count > 0),
  total_fen bigint NOT NULL CHECK (total_fen > 0),
  statement bytea NOT NULL,         -- all that its file, its sheet and its table are made from
  statement_hash bytea NOT NULL,
  corrects_run_id uuid,
  ordered_by uuid NOT NULL,
  ordered_at timestamptz NOT NULL,
  settled_at timestamptz,           -- all its payments have ended
  PRIMARY KEY (village_id, run_id),
  FOREIGN KEY (village_id, corrects_run_id) REFERENCES payment_run
);
CREATE INDEX payment_run_newest ON payment_run (village_id, ordered_at DESC, run_id);

CREATE TABLE payment (
  village_id text NOT NULL,
  payment_id uuid NOT NULL,         -- the idempotency key that the bank is told
  run_id uuid NOT NULL,
  line_no integer NOT NULL CHECK (line_no > 0),
  payee_kind text NOT NULL,
  payee_id text NOT NULL,
  amount_fen bigint NOT NULL CHECK (amount_fen > 0),
  cause_kind text NOT NULL,
  cause_id uuid NOT NULL,
  attempt smallint NOT NULL CHECK (attempt > 0),
  state text NOT NULL CHECK (state IN ('pending', 'paid', 'failed')),
  failure text,
  ended_at timestamptz,
  PRIMARY KEY (village_id, payment_id),
  UNIQUE (village_id, run_id, line_no),
  UNIQUE (village_id, cause_kind, cause_id, payee_kind, payee_id, attempt),
  FOREIGN KEY (village_id, run_id) REFERENCES payment_run,
  CHECK ((state = 'pending') = (ended_at IS NULL)),
  CHECK ((state = 'failed') = (failure IS NOT NULL))
);
CREATE INDEX payment_of_payee ON payment (village_id, payee_kind, payee_id, payment_id);

SELECT azalea_isolate('payout_account', 'SELECT, INSERT, UPDATE (holder_name, bank_name, account_number, said_by, said_at), DELETE');
SELECT azalea_isolate('payment_run', 'SELECT, INSERT, UPDATE (settled_at)');
SELECT azalea_isolate('payment', 'SELECT, INSERT, UPDATE (state, failure, ended_at)');
