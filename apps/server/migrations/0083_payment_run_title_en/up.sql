-- What a run is for, in English; its statement, which is handed to the bank, keeps the Chinese title.
ALTER TABLE payment_run ADD COLUMN title_en text;
