-- A task that its crop wants to be shown with a photo.
ALTER TABLE crop_task ADD COLUMN needs_photo boolean NOT NULL DEFAULT false;
ALTER TABLE farm_task ADD COLUMN needs_photo boolean NOT NULL DEFAULT false;
