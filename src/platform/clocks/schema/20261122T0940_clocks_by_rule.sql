-- A later version of a rule that takes over looks for the running clocks of the earlier ones.
CREATE INDEX clocks_by_rule ON clocks (rule, rule_version, id) WHERE stopped_at IS NULL;
