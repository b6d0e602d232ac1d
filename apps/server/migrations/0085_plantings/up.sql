-- What is to be grown on a plot: never edited. What became of it stands in planting_end.
CREATE TABLE planting (
  village_id text NOT NULL,
  planting_id uuid NOT NULL,
  growing_season_id uuid NOT NULL,
  plot_id uuid NOT NULL,
  crop_id uuid NOT NULL,
  heads integer CHECK (heads > 0),
  area_square_metres integer NOT NULL CHECK (area_square_metres > 0),
  expected_grams bigint NOT NULL CHECK (expected_grams >= 0),
  sow_from date NOT NULL,
  sow_to date NOT NULL,
  harvest_from date NOT NULL,
  harvest_to date NOT NULL,
  from_planting_id uuid,            -- that was changed
  planned_by uuid NOT NULL,
  planned_at timestamptz NOT NULL,
  PRIMARY KEY (village_id, planting_id),
  FOREIGN KEY (village_id, growing_season_id) REFERENCES growing_season,
  FOREIGN KEY (village_id, plot_id) REFERENCES plot,
  FOREIGN KEY (village_id, crop_id) REFERENCES crop,
  FOREIGN KEY (village_id, from_planting_id) REFERENCES planting,
  CHECK (sow_from <= sow_to AND sow_from < harvest_from AND sow_to < harvest_to AND harvest_from <= harvest_to)
);
CREATE INDEX planting_of_plot ON planting (village_id, plot_id, harvest_to);
CREATE INDEX planting_of_season ON planting (village_id, growing_season_id);

CREATE TABLE planting_end (
  village_id text NOT NULL,
  planting_id uuid NOT NULL,
  ended_as text NOT NULL CHECK (ended_as IN ('cancelled', 'changed')),
  because text CHECK (because IN ('weather', 'pests', 'no_seed', 'no_hands', 'other_crop')),
  ended_by uuid NOT NULL,
  ended_at timestamptz NOT NULL,
  PRIMARY KEY (village_id, planting_id),
  FOREIGN KEY (village_id, planting_id) REFERENCES planting,
  CHECK ((ended_as = 'cancelled') = (because IS NOT NULL))
);

-- What is to be done for a planting, and by when. What was done stands in farm_task_end.
CREATE TABLE farm_task (
  village_id text NOT NULL,
  task_id uuid NOT NULL,
  planting_id uuid NOT NULL,
  plot_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('sow', 'thin', 'fertilise', 'weed', 'water', 'tie', 'cover', 'feed', 'vaccinate', 'clean', 'collect', 'harvest')),
  due_from date NOT NULL,
  due_to date NOT NULL,
  PRIMARY KEY (village_id, task_id),
  FOREIGN KEY (village_id, planting_id) REFERENCES planting,
  CHECK (due_from <= due_to)
);
CREATE INDEX farm_task_of_planting ON farm_task (village_id, planting_id);
CREATE INDEX farm_task_of_plot ON farm_task (village_id, plot_id, due_to);

CREATE TABLE farm_task_end (
  village_id text NOT NULL,
  task_id uuid NOT NULL,
  ended_as text NOT NULL CHECK (ended_as IN ('done', 'given_up')),
  because text CHECK (because IN ('weather', 'pests', 'no_seed', 'no_hands', 'not_needed')),
  photo_file_id uuid,
  household_id uuid NOT NULL,
  ended_by uuid NOT NULL,
  occurred_at timestamptz NOT NULL,   -- by the telephone, which may have had no network
  ended_at timestamptz NOT NULL,
  PRIMARY KEY (village_id, task_id),
  FOREIGN KEY (village_id, task_id) REFERENCES farm_task,
  CHECK ((ended_as = 'given_up') = (because IS NOT NULL)),
  CHECK (ended_as = 'done' OR photo_file_id IS NULL)
);
CREATE INDEX farm_task_end_of_household ON farm_task_end (village_id, household_id);

SELECT azalea_isolate('planting', 'SELECT, INSERT');
SELECT azalea_isolate('planting_end', 'SELECT, INSERT');
SELECT azalea_isolate('farm_task', 'SELECT, INSERT');
SELECT azalea_isolate('farm_task_end', 'SELECT, INSERT, UPDATE (photo_file_id)');
