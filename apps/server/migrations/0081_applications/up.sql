-- What a grower asks to put on a plot. What was put there stands in `application`.
CREATE TABLE application_request (
  village_id text NOT NULL,
  application_id uuid NOT NULL,
  plot_id uuid NOT NULL,
  registration_number text NOT NULL,
  crop text NOT NULL,
  unit text NOT NULL CHECK (unit IN ('g', 'ml')),
  thousandths bigint NOT NULL CHECK (thousandths > 0),
  asked_by uuid NOT NULL,
  household_id uuid NOT NULL,
  asked_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('asked', 'approved', 'declined', 'withdrawn')),
  because text CHECK (because IN ('wait', 'not_needed', 'other_product', 'other_amount')),
  ended_by uuid,
  ended_at timestamptz,
  PRIMARY KEY (village_id, application_id),
  FOREIGN KEY (village_id, plot_id) REFERENCES plot,
  CHECK ((state = 'asked') = (ended_at IS NULL)),
  CHECK ((ended_by IS NULL) = (ended_at IS NULL)),
  CHECK ((state = 'declined') = (because IS NOT NULL))
);
CREATE INDEX application_request_open ON application_request (village_id, asked_at) WHERE state = 'asked';
CREATE INDEX application_request_of_plot ON application_request (village_id, plot_id, asked_at);
CREATE INDEX application_request_of_household ON application_request (village_id, household_id);

-- What was put on a plot, with the terms of the edition under which it was.
CREATE TABLE application (
  village_id text NOT NULL,
  application_id uuid NOT NULL,
  plot_id uuid NOT NULL,
  season text NOT NULL,             -- the growing season, or the calendar year outside of any
  crop text NOT NULL,
  edition integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('pesticide', 'fertiliser')),
  name text NOT NULL,
  registration_number text NOT NULL,
  substances text[] NOT NULL,
  unit text NOT NULL CHECK (unit IN ('g', 'ml')),
  thousandths bigint NOT NULL CHECK (thousandths > 0),
  area_square_metres integer NOT NULL CHECK (area_square_metres > 0),
  most_uses smallint,
  pre_harvest_days smallint NOT NULL CHECK (pre_harvest_days >= 0),
  re_entry_hours smallint NOT NULL CHECK (re_entry_hours >= 0),
  applied_at timestamptz NOT NULL,
  approved_by uuid NOT NULL,
  photo_file_id uuid NOT NULL,
  PRIMARY KEY (village_id, application_id),
  FOREIGN KEY (village_id, application_id) REFERENCES application_request,
  FOREIGN KEY (village_id, edition) REFERENCES approved_list (village_id, edition),
  FOREIGN KEY (village_id, plot_id) REFERENCES plot
);
CREATE INDEX application_of_plot ON application (village_id, plot_id, applied_at);
CREATE INDEX application_of_season ON application (village_id, season);

-- That a plot is to be harvested: made only on a day that every interval allows.
CREATE TABLE harvest_declaration (
  village_id text NOT NULL,
  harvest_id uuid NOT NULL,
  plot_id uuid NOT NULL,
  harvest_on date NOT NULL,
  crop text NOT NULL,
  expected_grams bigint NOT NULL CHECK (expected_grams > 0),
  declared_by uuid NOT NULL,
  household_id uuid NOT NULL,
  declared_at timestamptz NOT NULL,
  PRIMARY KEY (village_id, harvest_id),
  UNIQUE (village_id, plot_id, harvest_on, crop),
  FOREIGN KEY (village_id, plot_id) REFERENCES plot
);
CREATE INDEX harvest_of_household ON harvest_declaration (village_id, household_id);

-- The last test of a plot says whether its harvest is held.
CREATE TABLE residue_test (
  village_id text NOT NULL,
  test_id uuid NOT NULL,
  plot_id uuid NOT NULL,
  method text NOT NULL CHECK (method IN ('rapid_card', 'laboratory')),
  outcome text NOT NULL CHECK (outcome IN ('passed', 'failed')),
  photo_file_id uuid NOT NULL,
  tested_by uuid NOT NULL,
  tested_at timestamptz NOT NULL,
  PRIMARY KEY (village_id, test_id),
  FOREIGN KEY (village_id, plot_id) REFERENCES plot
);
CREATE INDEX residue_test_of_plot ON residue_test (village_id, plot_id, tested_at);

CREATE TABLE inspection (
  village_id text NOT NULL,
  inspection_id uuid NOT NULL,
  plot_id uuid NOT NULL,
  pests smallint NOT NULL CHECK (pests BETWEEN 1 AND 3),
  weeds smallint NOT NULL CHECK (weeds BETWEEN 1 AND 3),
  litter smallint NOT NULL CHECK (litter BETWEEN 1 AND 3), -- bottles and bags left lying
  grade text NOT NULL CHECK (grade IN ('good', 'fair', 'poor')),
  photo_file_id uuid NOT NULL,
  inspected_by uuid NOT NULL,
  inspected_at timestamptz NOT NULL,
  PRIMARY KEY (village_id, inspection_id),
  FOREIGN KEY (village_id, plot_id) REFERENCES plot
);
CREATE INDEX inspection_of_plot ON inspection (village_id, plot_id, inspected_at);

SELECT azalea_isolate('application_request', 'SELECT, INSERT, UPDATE (state, because, ended_by, ended_at)');
SELECT azalea_isolate('application', 'SELECT, INSERT');
SELECT azalea_isolate('harvest_declaration', 'SELECT, INSERT');
SELECT azalea_isolate('residue_test', 'SELECT, INSERT');
SELECT azalea_isolate('inspection', 'SELECT, INSERT');
