-- A recall by substance reads its own village's applications alone: the name of the village is an
-- element beside the substances, since a GIN index on text alone needs an extension to begin with it.
DROP INDEX application_of_substance;
CREATE INDEX application_of_substance ON application
  USING gin (array_append(substances, 'village ' || village_id));
