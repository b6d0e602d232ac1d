-- What growers are paid for a round: the first, and one for what was corrected since each.
CREATE TABLE round_settlement (
  village_id text NOT NULL,
  settlement_id uuid NOT NULL,
  round_id uuid NOT NULL,
  settlement_no smallint NOT NULL CHECK (settlement_no > 0),
  grower_count integer NOT NULL CHECK (grower_count > 0),
  weigh_in_count integer NOT NULL CHECK (weigh_in_count >= 0),
  net_fen bigint NOT NULL,
  paid_fen bigint NOT NULL CHECK (paid_fen >= 0),
  terms_hash bytea NOT NULL,
  state text NOT NULL CHECK (state IN ('proposed', 'confirmed', 'dropped')),
  proposed_by uuid NOT NULL,
  proposer_household_id uuid,
  proposed_at timestamptz NOT NULL,
  ended_by uuid,
  ended_at timestamptz,
  PRIMARY KEY (village_id, settlement_id),
  FOREIGN KEY (village_id, round_id) REFERENCES buying_round,
  CHECK ((state = 'proposed') = (ended_at IS NULL)),
  CHECK ((ended_by IS NULL) = (ended_at IS NULL))
);
CREATE UNIQUE INDEX round_settlement_once ON round_settlement (village_id, round_id, settlement_no)
  WHERE state <> 'dropped';

-- One grower's part of it, never changed: what is wrong in it stands in the next.
CREATE TABLE grower_statement (
  village_id text NOT NULL,
  settlement_id uuid NOT NULL,
  household_id uuid NOT NULL,
  line_no integer NOT NULL CHECK (line_no > 0),
  net_fen bigint NOT NULL,          -- less what earlier statements of the round told
  carried_fen bigint NOT NULL CHECK (carried_fen <= 0), -- what earlier ones gave too much and nothing made up for yet
  paid_fen bigint NOT NULL CHECK (paid_fen >= 0),
  run_id uuid,                      -- by which it is paid
  statement bytea NOT NULL,         -- all that its sheet is made from
  statement_hash bytea NOT NULL,
  PRIMARY KEY (village_id, settlement_id, household_id),
  UNIQUE (village_id, settlement_id, line_no),
  FOREIGN KEY (village_id, settlement_id) REFERENCES round_settlement,
  CHECK ((paid_fen = 0) = (run_id IS NULL)),
  CHECK (paid_fen = greatest(0, net_fen + carried_fen))
);
CREATE INDEX grower_statement_of_household ON grower_statement (village_id, household_id);

SELECT azalea_isolate('round_settlement', 'SELECT, INSERT, UPDATE (state, ended_by, ended_at)');
SELECT azalea_isolate('grower_statement', 'SELECT, INSERT');
