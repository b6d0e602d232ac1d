-- Money: the unit fen. Its issuer is what lies outside the village's books: the bank, the cash box.
INSERT INTO ledger_account_kind (unit, owner_kind, kept, overdraft) VALUES
  ('fen', 'company', 'parts', 'never'),
  ('fen', 'customer', 'row', 'never'),
  ('fen', 'fund', 'parts', 'never'),
  ('fen', 'grower', 'row', 'owed'),
  ('fen', 'hold', 'row', 'never'),
  ('fen', 'household', 'row', 'never'),
  ('fen', 'issuer', 'none', 'free'),
  ('fen', 'merchant', 'parts', 'never');

-- At most so much, for what a resolution says. What is left of it stands in the ledger (fen/fund).
CREATE TABLE budget (
  village_id text NOT NULL REFERENCES village,
  budget_id uuid NOT NULL,
  name_zh text NOT NULL,
  name_en text,
  resolution jsonb NOT NULL,        -- number, what, and the vote
  most_fen bigint NOT NULL CHECK (most_fen > 0),
  opened_by uuid NOT NULL,
  opened_at timestamptz NOT NULL,
  closed_by uuid,
  closed_at timestamptz,
  PRIMARY KEY (village_id, budget_id),
  CHECK ((closed_by IS NULL) = (closed_at IS NULL))
);

-- Set aside for one thing, of which parts may be spent; ends when nothing is held any more.
CREATE TABLE budget_reservation (
  village_id text NOT NULL,
  reservation_id uuid NOT NULL,
  budget_id uuid NOT NULL,
  held_fen bigint NOT NULL CHECK (held_fen >= 0),
  reserved_at timestamptz NOT NULL,
  PRIMARY KEY (village_id, reservation_id),
  FOREIGN KEY (village_id, budget_id) REFERENCES budget
);
CREATE INDEX budget_reservation_of_budget ON budget_reservation (village_id, budget_id);

-- What was spent for whom, or (below zero) what came back of one spending, once.
CREATE TABLE budget_spending (
  village_id text NOT NULL,
  spending_id uuid NOT NULL,
  budget_id uuid NOT NULL,
  amount_fen bigint NOT NULL CHECK (amount_fen <> 0),
  payee_kind text NOT NULL,
  payee_id text NOT NULL,
  returns_spending_id uuid,
  spent_at timestamptz NOT NULL,
  PRIMARY KEY (village_id, spending_id),
  UNIQUE (village_id, returns_spending_id),
  FOREIGN KEY (village_id, budget_id) REFERENCES budget,
  FOREIGN KEY (village_id, returns_spending_id) REFERENCES budget_spending,
  CHECK ((amount_fen < 0) = (returns_spending_id IS NOT NULL))
);
CREATE INDEX budget_spending_of_budget ON budget_spending (village_id, budget_id, spent_at);

SELECT azalea_isolate('budget', 'SELECT, INSERT, UPDATE (closed_by, closed_at)');
SELECT azalea_isolate('budget_reservation', 'SELECT, INSERT, UPDATE (held_fen)');
SELECT azalea_isolate('budget_spending', 'SELECT, INSERT');
