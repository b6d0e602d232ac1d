-- What may be put on plots: proposed by one, published once a second person confirmed it, then never edited.
CREATE TABLE approved_list (
  village_id text NOT NULL REFERENCES village,
  list_id uuid NOT NULL,
  edition integer CHECK (edition > 0),  -- counted from 1 as they are published
  in_force_from date NOT NULL,
  state text NOT NULL CHECK (state IN ('proposed', 'published', 'dropped')),
  proposed_by uuid NOT NULL,
  proposer_household_id uuid,
  proposed_at timestamptz NOT NULL,
  ended_by uuid,
  ended_at timestamptz,
  PRIMARY KEY (village_id, list_id),
  UNIQUE (village_id, edition),
  CHECK ((state = 'published') = (edition IS NOT NULL)),
  CHECK ((state = 'proposed') = (ended_at IS NULL)),
  CHECK ((ended_by IS NULL) = (ended_at IS NULL))
);

-- A product of a list, for some crops. Amounts are thousandths of the unit.
CREATE TABLE approved_use (
  village_id text NOT NULL,
  list_id uuid NOT NULL,
  line integer NOT NULL CHECK (line > 0),
  kind text NOT NULL CHECK (kind IN ('pesticide', 'fertiliser')),
  name text NOT NULL,
  registration_number text NOT NULL,
  substances text[] NOT NULL,
  crops text[] NOT NULL CHECK (cardinality(crops) > 0),
  unit text NOT NULL CHECK (unit IN ('g', 'ml')),
  least_per_mu bigint NOT NULL CHECK (least_per_mu > 0),
  most_per_mu bigint NOT NULL,
  most_uses smallint CHECK (most_uses > 0),
  pre_harvest_days smallint NOT NULL CHECK (pre_harvest_days BETWEEN 0 AND 366),
  re_entry_hours smallint NOT NULL CHECK (re_entry_hours BETWEEN 0 AND 720),
  is_organic boolean NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  source text NOT NULL,
  PRIMARY KEY (village_id, list_id, line),
  FOREIGN KEY (village_id, list_id) REFERENCES approved_list,
  CHECK (most_per_mu >= least_per_mu),
  CHECK (valid_to >= valid_from),
  CHECK (kind <> 'pesticide' OR (most_uses IS NOT NULL AND cardinality(substances) > 0))
);

SELECT azalea_isolate('approved_list', 'SELECT, INSERT, UPDATE (edition, in_force_from, state, ended_by, ended_at)');
SELECT azalea_isolate('approved_use', 'SELECT, INSERT');
