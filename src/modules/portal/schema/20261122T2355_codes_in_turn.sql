-- Codes that are asked for side by side are one message, not one for each who asked: what was
-- sent within the same minute stands in the way. Those of now are good for five minutes.
DELETE FROM portal_codes;
CREATE UNIQUE INDEX portal_codes_in_turn ON portal_codes (complaint_id, (made_at / 60000));
