-- Whether a queue rests or has ended for long enough is asked every minute, of queues of any length.
CREATE INDEX offer_turn_disputed ON offer_turn (village_id, offer_id) WHERE is_disputed;
CREATE INDEX offer_turn_ended ON offer_turn (village_id, offer_id, ended_at) WHERE ended_at IS NOT NULL;
