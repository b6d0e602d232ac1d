CREATE TABLE rule_sheet (
  village_id text NOT NULL REFERENCES village,
  rule_sheet_id uuid NOT NULL,
  version integer NOT NULL,
  body jsonb NOT NULL,              -- packages/scoring RuleSheet
  body_hash bytea NOT NULL,         -- SHA-256 of its canonical bytes
  state text NOT NULL CHECK (state IN ('draft', 'adopted')),
  effective_from date NOT NULL,
  drafted_by uuid NOT NULL,
  drafted_at timestamptz NOT NULL,
  adopted_by uuid,
  adopted_at timestamptz,
  resolution jsonb,                 -- date, eligible, present, for, against
  PRIMARY KEY (village_id, rule_sheet_id),
  UNIQUE (village_id, version),
  CHECK ((state = 'adopted') = (adopted_at IS NOT NULL AND resolution IS NOT NULL))
);
CREATE INDEX rule_sheet_in_force ON rule_sheet (village_id, effective_from, adopted_at) WHERE state = 'adopted';

CREATE TABLE contribution (
  village_id text NOT NULL,
  contribution_id uuid NOT NULL,
  rule_sheet_id uuid NOT NULL,
  item_ref text NOT NULL,
  person_id uuid NOT NULL,
  household_id uuid NOT NULL,
  source_kind text NOT NULL CHECK (source_kind IN ('rating', 'attendance', 'deed')),
  source_id uuid NOT NULL,
  quantity bigint NOT NULL,         -- in the item's unit: occurrences or minutes
  leader_score smallint CHECK (leader_score BETWEEN 1 AND 5),
  circumstances jsonb,              -- how much of the quantity fell under which circumstance
  occurred_on date NOT NULL,
  words text,
  photo_file_id uuid,
  state text NOT NULL CHECK (state IN ('recorded', 'scored', 'refused')),
  recorded_by uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  decided_by uuid,
  decided_at timestamptz,
  decision_reason text,
  PRIMARY KEY (village_id, contribution_id),
  UNIQUE (village_id, source_kind, source_id, item_ref),
  FOREIGN KEY (village_id, rule_sheet_id) REFERENCES rule_sheet
);
CREATE INDEX contribution_deeds ON contribution (village_id, state, recorded_at, contribution_id) WHERE source_kind = 'deed';
CREATE INDEX contribution_by_person ON contribution (village_id, person_id, occurred_on);

CREATE TABLE notice (
  village_id text NOT NULL REFERENCES village,
  notice_id uuid NOT NULL,
  published_by uuid NOT NULL,
  published_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  snapshot_hash bytea NOT NULL,     -- SHA-256 of the canonical list of its awards
  PRIMARY KEY (village_id, notice_id)
);
CREATE INDEX notice_by_time ON notice (village_id, published_at, notice_id);

CREATE TABLE award (
  village_id text NOT NULL,
  award_id uuid NOT NULL,
  contribution_id uuid NOT NULL,
  rule_sheet_id uuid NOT NULL,
  item_ref text NOT NULL,
  person_id uuid NOT NULL,
  household_id uuid NOT NULL,
  occurred_on date NOT NULL,
  points_hundredths bigint NOT NULL,
  calibration jsonb NOT NULL,       -- packages/scoring Calibration: every stage with input, effect, reason
  -- What later calibrations add up of this award: for caps and bands, and for only-the-highest.
  category text NOT NULL,
  source text NOT NULL,
  counted_occurrences bigint NOT NULL,
  credited_quantity bigint NOT NULL,
  contending_hundredths bigint NOT NULL,
  state text NOT NULL CHECK (state IN ('scored', 'on_notice', 'final', 'reversed')),
  scored_at timestamptz NOT NULL,
  notice_id uuid,
  final_at timestamptz,
  reversed_at timestamptz,
  reversed_by uuid,
  reversal_reason text,
  superseded_by uuid,               -- the award of the same deed that counts instead
  PRIMARY KEY (village_id, award_id),
  FOREIGN KEY (village_id, contribution_id) REFERENCES contribution,
  FOREIGN KEY (village_id, rule_sheet_id) REFERENCES rule_sheet,
  FOREIGN KEY (village_id, notice_id) REFERENCES notice
);
CREATE INDEX award_by_person ON award (village_id, person_id, occurred_on, award_id);
CREATE INDEX award_by_household ON award (village_id, household_id, occurred_on, award_id);
CREATE INDEX award_by_contribution ON award (village_id, contribution_id);
CREATE INDEX award_open ON award (village_id, state, scored_at, award_id) WHERE state IN ('scored', 'on_notice');
CREATE INDEX award_by_notice ON award (village_id, notice_id) WHERE notice_id IS NOT NULL;

SELECT azalea_isolate('rule_sheet', 'SELECT, INSERT, UPDATE');
SELECT azalea_isolate('contribution', 'SELECT, INSERT, UPDATE');
SELECT azalea_isolate('notice', 'SELECT, INSERT');
SELECT azalea_isolate('award', 'SELECT, INSERT, UPDATE');
