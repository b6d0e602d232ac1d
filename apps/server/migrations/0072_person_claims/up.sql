-- An offer says who claims: households, or grown persons, several of one household.
ALTER TABLE offer
  ADD COLUMN claimant text NOT NULL DEFAULT 'household' CHECK (claimant IN ('household', 'person')),
  ADD COLUMN age_from smallint CHECK (age_from BETWEEN 18 AND 120),
  ADD COLUMN age_to smallint CHECK (age_to BETWEEN 18 AND 120),
  ADD CHECK (claimant = 'person' OR num_nonnulls(age_from, age_to) = 0),
  ADD CHECK (age_from <= age_to);
ALTER TABLE offer ALTER COLUMN claimant DROP DEFAULT;

-- Whose the claim is: the household, or the person. A claim keeps its household for honour and history.
-- A change of type fills the column in every village, whoever migrates.
ALTER TABLE offer_claim ADD COLUMN holder_id uuid;
ALTER TABLE offer_claim ALTER COLUMN holder_id TYPE uuid USING household_id, ALTER COLUMN holder_id SET NOT NULL;
ALTER TABLE offer_turn ADD COLUMN holder_id uuid;
ALTER TABLE offer_turn ALTER COLUMN holder_id TYPE uuid USING household_id, ALTER COLUMN holder_id SET NOT NULL;
ALTER TABLE kept_turn ADD COLUMN holder_id uuid;
ALTER TABLE kept_turn ALTER COLUMN holder_id TYPE uuid USING household_id, ALTER COLUMN holder_id SET NOT NULL;
ALTER TABLE turn_objection ADD COLUMN holder_id uuid;
ALTER TABLE turn_objection ALTER COLUMN holder_id TYPE uuid USING household_id, ALTER COLUMN holder_id SET NOT NULL;

ALTER TABLE kept_turn
  DROP CONSTRAINT kept_turn_village_id_offer_id_household_id_fkey,
  DROP CONSTRAINT kept_turn_pkey,
  ADD PRIMARY KEY (village_id, offer_id, holder_id);
ALTER TABLE turn_objection DROP CONSTRAINT turn_objection_village_id_offer_id_household_id_fkey;
ALTER TABLE offer_turn
  DROP CONSTRAINT offer_turn_village_id_offer_id_household_id_fkey,
  DROP CONSTRAINT offer_turn_pkey,
  ADD PRIMARY KEY (village_id, offer_id, holder_id);
ALTER TABLE offer_claim
  DROP CONSTRAINT offer_claim_pkey,
  ADD PRIMARY KEY (village_id, offer_id, holder_id);
ALTER TABLE offer_turn ADD FOREIGN KEY (village_id, offer_id, holder_id) REFERENCES offer_claim;
ALTER TABLE kept_turn ADD FOREIGN KEY (village_id, offer_id, holder_id) REFERENCES offer_turn;
ALTER TABLE turn_objection ADD FOREIGN KEY (village_id, offer_id, holder_id) REFERENCES offer_turn;

CREATE INDEX offer_claim_by_holder ON offer_claim (village_id, holder_id, offer_id);
DROP INDEX offer_turn_by_household;
CREATE INDEX offer_turn_by_holder ON offer_turn (village_id, holder_id, offer_id);
DROP INDEX turn_objection_by_turn;
CREATE INDEX turn_objection_by_turn ON turn_objection (village_id, offer_id, holder_id);

-- Who moves and claims anew claims for the household where they live now.
GRANT UPDATE (household_id) ON offer_claim TO azalea_app;
