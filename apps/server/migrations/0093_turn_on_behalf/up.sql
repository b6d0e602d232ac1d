-- Who has no telephone answers at the desk: who entered it. Null: themselves, or nobody answered.
ALTER TABLE offer_turn ADD COLUMN entered_by uuid;
ALTER TABLE kept_turn ADD COLUMN entered_by uuid;
GRANT UPDATE (entered_by) ON offer_turn, kept_turn TO azalea_app;

-- What waits for an answer, of the long queues in which little does.
CREATE INDEX offer_turn_called ON offer_turn (village_id, offer_id, due_on) WHERE state = 'called';
