-- Logins have small letters. Where two differ by capitals alone, one is left as it is and lets nobody
-- in any more: its owner is given another.
UPDATE people SET login = lower(login)
  WHERE id IN (SELECT min(id) FROM people GROUP BY lower(login)) AND login <> lower(login)
    AND NOT EXISTS (SELECT 1 FROM people AS other WHERE other.login = lower(people.login));
