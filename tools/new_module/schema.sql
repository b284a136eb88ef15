-- table samples: domain
CREATE TABLE samples (
  id bigint PRIMARY KEY,
  key_id bigint NOT NULL,
  title text NOT NULL,
  state text NOT NULL,
  branch_id bigint,
  sub_branch_id bigint,
  outlet_id bigint,
  recorded_at bigint NOT NULL,
  version bigint NOT NULL
);
