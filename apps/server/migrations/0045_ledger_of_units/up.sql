-- A ledger for every unit. Amounts count the unit's smallest part: hundredths of a point, fen, pieces.

-- Which accounts there are (reference table). `kept`: where the balance stands: in the account's one
-- row; in parts, a row each, of which any can serve; or nowhere, with no row at all: an issuer's is
-- the sum of its entries, since every award of the village would share its row. `overdraft`:
-- how far it may go below zero: freely, only to take back what was not due, or never.
CREATE TABLE ledger_account_kind (
  unit text NOT NULL CHECK (unit ~ '^[a-z]+$'),
  owner_kind text NOT NULL CHECK (owner_kind ~ '^[a-z]+$'),
  kept text NOT NULL CHECK (kept IN ('row', 'parts', 'none')),
  overdraft text NOT NULL CHECK (overdraft IN ('free', 'owed', 'never')),
  PRIMARY KEY (unit, owner_kind),
  UNIQUE (unit, owner_kind, kept, overdraft),
  CHECK ((kept = 'none') = (owner_kind = 'issuer')),
  CHECK (kept = 'row' OR overdraft = CASE kept WHEN 'parts' THEN 'never' ELSE 'free' END)
);
GRANT SELECT ON ledger_account_kind TO azalea_app;
INSERT INTO ledger_account_kind (unit, owner_kind, kept, overdraft) VALUES
  ('honour', 'household', 'row', 'free'),
  ('honour', 'issuer', 'none', 'free'),
  ('wallet', 'fund', 'parts', 'never'),
  ('wallet', 'hold', 'row', 'never'),
  ('wallet', 'household', 'row', 'owed'),
  ('wallet', 'issuer', 'none', 'free'),
  ('wallet', 'seller', 'parts', 'never');

-- Every award took a shared lock on its village's one row, and rewrote that row's list of holders.
ALTER TABLE transfer DROP CONSTRAINT transfer_village_id_fkey;
ALTER TABLE ledger_account DROP CONSTRAINT ledger_account_village_id_fkey;

ALTER TABLE ledger_account RENAME COLUMN balance_hundredths TO balance;
ALTER TABLE ledger_account
  DROP CONSTRAINT ledger_account_unit_check,
  DROP CONSTRAINT ledger_account_owner_kind_check,
  DROP CONSTRAINT ledger_account_check,
  ADD COLUMN part smallint NOT NULL DEFAULT 0 CHECK (part BETWEEN 0 AND 63),
  ADD COLUMN kept text,
  ADD COLUMN overdraft text;
ALTER TABLE ledger_account ALTER COLUMN part DROP DEFAULT;

ALTER TABLE transfer
  DROP CONSTRAINT transfer_village_id_cause_kind_cause_id_key,
  DROP CONSTRAINT transfer_village_id_corrects_transfer_id_fkey,
  ADD COLUMN unit text;
ALTER TABLE entry RENAME COLUMN amount_hundredths TO amount;
ALTER TABLE entry
  DROP CONSTRAINT entry_village_id_transfer_id_fkey,
  DROP CONSTRAINT entry_village_id_account_id_fkey,
  ADD COLUMN unit text;

-- Of one old transfer with lines 1 and 2 in honour, 3 and 4 in wallet, two are made. The second's
-- identifier keeps the time of the first (UUID version 7), so that entries stay in their order.
CREATE FUNCTION pg_temp.wallet_transfer(transfer_id uuid) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
  SELECT (left(transfer_id::text, 19) || '8' || substr(md5(transfer_id::text), 1, 3) || '-'
    || substr(md5(transfer_id::text), 4, 12))::uuid
$$;

-- Village by village, as row-level security binds the owner too.
DO $$
DECLARE
  this_village text;
  before record;
  after record;
BEGIN
  FOR this_village IN SELECT village_id FROM village LOOP
    PERFORM set_config('azalea.village_id', this_village, true);
    SELECT count(*) AS entries, count(DISTINCT transfer_id) * 2 AS transfers,
      coalesce(sum(abs(amount)), 0) AS moved INTO before FROM entry;
    DELETE FROM ledger_account WHERE owner_kind = 'issuer';
    UPDATE ledger_account SET kept = kind.kept, overdraft = kind.overdraft
      FROM ledger_account_kind AS kind
      WHERE kind.unit = ledger_account.unit AND kind.owner_kind = ledger_account.owner_kind;
    UPDATE transfer SET unit = 'honour';
    INSERT INTO transfer
      (village_id, transfer_id, unit, cause_kind, cause_id, corrects_transfer_id, posted_at)
    SELECT village_id, pg_temp.wallet_transfer(transfer_id), 'wallet', cause_kind, cause_id,
      pg_temp.wallet_transfer(corrects_transfer_id), posted_at
    FROM transfer;
    UPDATE entry SET unit = 'honour' WHERE line IN (1, 2);
    UPDATE entry SET unit = 'wallet', line = line - 2,
      transfer_id = pg_temp.wallet_transfer(transfer_id) WHERE line IN (3, 4) AND unit IS NULL;
    SELECT count(*) AS entries, count(DISTINCT transfer_id) AS transfers,
      coalesce(sum(abs(amount)), 0) AS moved INTO after FROM entry;
    ASSERT before = after, 'some entries were lost';
    ASSERT after.transfers = (SELECT count(*) FROM transfer), 'some transfers have no entries';
    ASSERT NOT EXISTS (SELECT FROM entry GROUP BY transfer_id HAVING sum(amount) <> 0),
      'some transfers do not sum to zero';
  END LOOP;
  PERFORM set_config('azalea.village_id', '', true);
END $$;

ALTER TABLE ledger_account
  ALTER COLUMN kept SET NOT NULL,
  ALTER COLUMN overdraft SET NOT NULL,
  ALTER COLUMN balance SET NOT NULL,
  ADD CONSTRAINT ledger_account_of_registered_kind
    FOREIGN KEY (unit, owner_kind, kept, overdraft)
    REFERENCES ledger_account_kind (unit, owner_kind, kept, overdraft),
  ADD CONSTRAINT ledger_account_named_by_unit CHECK (
    account_id = unit || '/' || owner_kind || '/' || owner_id
      || CASE kept WHEN 'parts' THEN '/' || part ELSE '' END
    AND (kept = 'parts' OR part = 0)),
  ADD CONSTRAINT ledger_account_kept CHECK (kept <> 'none'),
  ADD CONSTRAINT ledger_account_never_below_zero CHECK (overdraft <> 'never' OR balance >= 0);

-- Units never meet: an entry has the unit of its transfer and of its account, a reversal that of the
-- transfer which it mirrors.
ALTER TABLE transfer
  ALTER COLUMN unit SET NOT NULL,
  ADD CONSTRAINT transfer_of_one_unit UNIQUE (village_id, transfer_id, unit),
  ADD CONSTRAINT transfer_once_by_cause UNIQUE (village_id, cause_kind, cause_id, unit),
  ADD CONSTRAINT transfer_corrects_its_unit
    FOREIGN KEY (village_id, corrects_transfer_id, unit)
    REFERENCES transfer (village_id, transfer_id, unit);
ALTER TABLE entry
  ALTER COLUMN unit SET NOT NULL,
  ADD COLUMN kept_account_id text GENERATED ALWAYS AS
    (CASE split_part(account_id, '/', 2) WHEN 'issuer' THEN NULL ELSE account_id END) STORED,
  ADD CONSTRAINT entry_of_open_account
    FOREIGN KEY (village_id, kept_account_id) REFERENCES ledger_account (village_id, account_id),
  ADD CONSTRAINT entry_in_unit_of_transfer
    FOREIGN KEY (village_id, transfer_id, unit)
    REFERENCES transfer (village_id, transfer_id, unit),
  ADD CONSTRAINT entry_in_unit_of_account CHECK (split_part(account_id, '/', 1) = unit);
