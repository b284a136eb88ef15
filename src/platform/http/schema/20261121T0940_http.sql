-- table idempotency_keys: operational
CREATE TABLE idempotency_keys (
  actor_id bigint NOT NULL,
  key text NOT NULL,
  operation text NOT NULL,
  request_hash text NOT NULL,
  resource_id bigint NOT NULL,
  created_at bigint NOT NULL,
  PRIMARY KEY (actor_id, key)
);
CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at);
