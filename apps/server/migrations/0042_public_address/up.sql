-- Where people reach the village, as its founders said: what plates, papers and the log carry. Null
-- until somebody has; what the server's settings name comes first.
ALTER TABLE village ADD COLUMN public_url text;
GRANT UPDATE (public_url) ON village TO azalea_app;
