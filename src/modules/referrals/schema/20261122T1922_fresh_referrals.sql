-- What a bureau has sent and nobody has signed in or spoken about yet is few.
CREATE INDEX referrals_fresh ON referrals (received_at, id) WHERE state IN ('received', 'signed_in');
