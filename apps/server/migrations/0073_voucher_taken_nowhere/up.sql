-- The points of a voucher that no merchant takes any more go back whatever it says of what is unspent.
ALTER TABLE voucher DROP CONSTRAINT voucher_check5;
ALTER TABLE voucher ADD CONSTRAINT voucher_returned_when_expired
  CHECK (returned_hundredths = 0 OR state = 'expired');
