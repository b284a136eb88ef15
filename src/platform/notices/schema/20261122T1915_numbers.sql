-- So that nobody has a number flooded by filing again and again in its name.
CREATE INDEX notices_by_number ON notices (phone_index, made_at);
