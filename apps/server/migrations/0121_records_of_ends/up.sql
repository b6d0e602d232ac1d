-- The log takes records by their ids, which are of the moment at which they were made: a record of what
-- was asked or planned earlier has an id of its own, by which the trace of a pack finds its proof.
ALTER TABLE farm_task_end ADD COLUMN record_id uuid; -- null: ended before this was kept
ALTER TABLE application ADD COLUMN record_id uuid;
UPDATE application SET record_id = application_id; -- which their records had until now
ALTER TABLE application ALTER COLUMN record_id SET NOT NULL;
