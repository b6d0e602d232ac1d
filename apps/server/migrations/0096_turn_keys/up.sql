-- One index finds a holder's claims and turns, of one offer and of all. Turns are drawn from claims,
-- which nobody may delete: a hundred thousand need not be looked up once more when they are written.
ALTER TABLE kept_turn DROP CONSTRAINT kept_turn_village_id_offer_id_holder_id_fkey;
ALTER TABLE turn_objection DROP CONSTRAINT turn_objection_village_id_offer_id_holder_id_fkey;
ALTER TABLE offer_turn
  DROP CONSTRAINT offer_turn_village_id_offer_id_holder_id_fkey,
  DROP CONSTRAINT offer_turn_pkey,
  ADD PRIMARY KEY (village_id, holder_id, offer_id);
ALTER TABLE offer_claim
  DROP CONSTRAINT offer_claim_pkey,
  ADD PRIMARY KEY (village_id, holder_id, offer_id);
DROP INDEX offer_turn_by_holder, offer_claim_by_holder;
ALTER TABLE kept_turn
  ADD FOREIGN KEY (village_id, offer_id, holder_id) REFERENCES offer_turn (village_id, offer_id, holder_id);
ALTER TABLE turn_objection
  ADD FOREIGN KEY (village_id, offer_id, holder_id) REFERENCES offer_turn (village_id, offer_id, holder_id);

-- Row-level security lets a message into no village but the command's, and no village is ever deleted.
ALTER TABLE message DROP CONSTRAINT message_village_id_fkey;
