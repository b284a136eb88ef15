-- What regulators and the government refer to the bank.
-- table referrals: domain
CREATE TABLE referrals (
  id bigint PRIMARY KEY,
  key_id bigint NOT NULL,
  bureau text NOT NULL,
  number text NOT NULL,
  state text NOT NULL,
  received_at bigint NOT NULL,
  due_on text,
  inner_on text,
  due_at bigint,
  complainant_name text,
  phone text,
  topic text,
  wording text NOT NULL,
  demand text,
  source_record text,
  registered_at bigint NOT NULL,
  signed_in_at bigint,
  contacted_at bigint,
  attempts bigint NOT NULL,
  matched text NOT NULL,
  complaint_id bigint,
  is_upgraded bigint NOT NULL,
  basic_facts text,
  contacts text,
  findings text,
  outcome text,
  responsibility text,
  rectification text,
  drafted_by_id bigint,
  drafted_for_id bigint,
  drafted_at bigint,
  approved_by_id bigint,
  approved_at bigint,
  filled_back_at bigint,
  fill_back_proof text,
  returns bigint NOT NULL,
  callback text,
  done_at bigint,
  branch_id bigint,
  sub_branch_id bigint,
  outlet_id bigint,
  handling_unit_id bigint,
  accused_id bigint,
  shut_unit_id bigint,
  version bigint NOT NULL
);
CREATE UNIQUE INDEX referrals_by_number ON referrals (bureau, number);
CREATE INDEX referrals_by_received ON referrals (received_at, id);
CREATE INDEX referrals_by_state ON referrals (state, received_at, id);
CREATE INDEX referrals_by_due ON referrals (due_at, id) WHERE due_at IS NOT NULL;
CREATE INDEX referrals_by_branch ON referrals (branch_id, received_at, id)
  WHERE branch_id IS NOT NULL;
CREATE INDEX referrals_by_branch_due ON referrals (branch_id, due_at, id)
  WHERE due_at IS NOT NULL;
CREATE INDEX referrals_by_handling_unit ON referrals (handling_unit_id, received_at, id)
  WHERE handling_unit_id IS NOT NULL;
CREATE INDEX referrals_by_complaint ON referrals (complaint_id) WHERE complaint_id IS NOT NULL;
