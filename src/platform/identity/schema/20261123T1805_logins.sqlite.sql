-- Logins have small letters. Where two differ by capitals alone, the one with capitals lets nobody in
-- any more: its owner is given another.
UPDATE people SET login = lower(login)
  WHERE NOT EXISTS (SELECT 1 FROM people AS other
                    WHERE other.id <> people.id AND lower(other.login) = lower(people.login));
