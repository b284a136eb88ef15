-- table complaints: domain
-- table complainants: domain
-- table clocks: domain
-- table complaint_counts: operational
CREATE TABLE complainants (
  id bigint PRIMARY KEY,
  key_id bigint NOT NULL,
  name text,
  phone text,
  identity_number text,
  card_number text,
  email text,
  address text,
  phone_index text,
  identity_number_index text,
  card_number_index text,
  email_index text,
  version bigint NOT NULL
);
CREATE INDEX complainants_by_phone ON complainants (phone_index) WHERE phone_index IS NOT NULL;
CREATE INDEX complainants_by_identity_number ON complainants (identity_number_index)
  WHERE identity_number_index IS NOT NULL;
CREATE INDEX complainants_by_card_number ON complainants (card_number_index)
  WHERE card_number_index IS NOT NULL;
CREATE INDEX complainants_by_email ON complainants (email_index) WHERE email_index IS NOT NULL;
CREATE TABLE complaints (
  id bigint PRIMARY KEY,
  key_id bigint NOT NULL,
  number text NOT NULL,
  state text NOT NULL,
  origin text NOT NULL,
  source text,
  intake_channel text NOT NULL,
  business_channel text,
  business text,
  cause text,
  summary text NOT NULL,
  description text,
  claim text,
  source_record text,
  complainant_id bigint,
  received_at bigint NOT NULL,
  registered_at bigint NOT NULL,
  due_at bigint,
  closed_at bigint,
  branch_id bigint,
  sub_branch_id bigint,
  outlet_id bigint,
  receipt_epoch bigint NOT NULL,
  version bigint NOT NULL
);
CREATE UNIQUE INDEX complaints_by_number ON complaints (number);
CREATE INDEX complaints_by_received ON complaints (received_at, id);
CREATE INDEX complaints_by_state ON complaints (state, received_at, id);
CREATE INDEX complaints_by_branch ON complaints (branch_id, received_at, id)
  WHERE branch_id IS NOT NULL;
CREATE INDEX complaints_by_sub_branch ON complaints (sub_branch_id, received_at, id)
  WHERE sub_branch_id IS NOT NULL;
CREATE INDEX complaints_by_outlet ON complaints (outlet_id, received_at, id)
  WHERE outlet_id IS NOT NULL;
CREATE INDEX complaints_by_due ON complaints (due_at, id) WHERE due_at IS NOT NULL;
CREATE INDEX complaints_by_branch_due ON complaints (branch_id, due_at, id)
  WHERE due_at IS NOT NULL;
CREATE INDEX complaints_by_sub_branch_due ON complaints (sub_branch_id, due_at, id)
  WHERE due_at IS NOT NULL;
CREATE INDEX complaints_by_outlet_due ON complaints (outlet_id, due_at, id)
  WHERE due_at IS NOT NULL;
CREATE INDEX complaints_by_complainant ON complaints (complainant_id)
  WHERE complainant_id IS NOT NULL;
CREATE TABLE clocks (
  id bigint PRIMARY KEY,
  complaint_id bigint NOT NULL,
  span text NOT NULL,
  started_at bigint NOT NULL,
  due_on text NOT NULL,
  due_at bigint NOT NULL,
  stopped_at bigint
);
CREATE INDEX clocks_by_complaint ON clocks (complaint_id);
CREATE TABLE complaint_counts (
  branch_id bigint NOT NULL,
  sub_branch_id bigint NOT NULL,
  outlet_id bigint NOT NULL,
  state text NOT NULL,
  amount bigint NOT NULL,
  PRIMARY KEY (branch_id, sub_branch_id, outlet_id, state)
);
