-- How many claims of an offer stand is counted for each reader while it is open: from this index alone.
CREATE INDEX offer_claim_standing ON offer_claim (village_id, offer_id) WHERE withdrawn_at IS NULL;
