#include "platform/evidence/log.h"

#include "core/encoding.h"
#include "platform/evidence/entries.h"
#include "platform/evidence/extent.h"
#include "platform/evidence/proof.h"
#include "platform/evidence/store.h"
#include "platform/sealing/crypto.h"
#include "platform/sealing/rows.h"

namespace xb::evidence {
namespace {

constexpr std::size_t salt_bytes = 32;

std::string json_object(const std::vector<CommittedField>& fields) {
  std::string out = "{";
  for (const CommittedField& field : fields) {
    if (out.size() > 1) out += ',';
    write_json_string(out, field.name);
    out += ':';
    out += field.value;
  }
  return out + "}";
}

// The permanent name of the n-th entry's sealed part within its subject.
std::string sealed_field(std::int64_t n) { return "evidence_entries.sealed/" + std::to_string(n); }

// The chain of a subject as it stands, or a new one.
ChainRow chain_of(Work& work, const Subject& subject) {
  if (!subject.is_new) {
    if (const auto found = find_chain(work.tx, subject.id)) return *found;
  }
  return {
      .subject_id = subject.id, .chain = hex(sealing::random_bytes(16)), .n = 0, .last_hash = {}};
}

// The row lock orders what happens to one subject; whoever comes second runs again.
void advance(Work& work, const ChainRow& chain) {
  if (chain.n == 1)
    work.tx.insert(chain);
  else if (!advance_chain(work.tx, chain))
    throw storage::Failure(storage::Fault::serialization, "chain", "evidence_chains");
}

}  // namespace

std::vector<OpenedEntry> opened(Work& work, std::int64_t subject_id,
                                const std::vector<std::string>& kinds) {
  std::vector<OpenedEntry> out;
  std::optional<sealing::DataKey> key;
  for (SealedRow& row : sealed_entries(work.tx, subject_id, kinds)) {
    if (!key || key->id() != row.key_id) key = sealing::key(work, row.key_id);
    const std::string secret = key->open(row.sealed, sealed_field(row.n), subject_id);
    out.push_back({row.n, std::move(row.kind), secret.substr(salt_bytes)});
  }
  return out;
}

void append_payload(Work& work, Kind kind, const Subject& subject, Payload payload) {
  ChainRow chain = chain_of(work, subject);
  ++chain.n;
  const auto [actor, appointment, on_behalf_of] = universal_facts;
  payload.facts.push_back({std::string{actor}, to_json(work.actor.person)});
  // As what he acted, and for whom.
  if (work.actor.appointment)
    payload.facts.push_back({std::string{appointment}, to_json(work.actor.appointment)});
  if (work.actor.on_behalf_of)
    payload.facts.push_back({std::string{on_behalf_of}, to_json(work.actor.on_behalf_of)});

  const std::string salt = sealing::random_bytes(salt_bytes);
  Committed committed = commit(salt, payload.facts, payload.personal);
  const std::string leaf = leaf_bytes({.kind = kind.name(),
                                       .at = work.now,
                                       .chain = chain.chain,
                                       .n = chain.n,
                                       .previous = chain.last_hash,
                                       .commitment = hex(committed.commitment)});
  chain.last_hash = hex(leaf_hash(leaf));
  advance(work, chain);

  const std::string secret = salt + json_object(payload.personal);
  NewEntryRow entry{
      .subject_id = subject.id,
      .n = chain.n,
      .kind = std::string{kind.name()},
      .at = work.now,
      .actor_id = work.actor.person,
      .work = work.id,
      .leaf = leaf,
      .leaf_hash = chain.last_hash,
      .facts = json_object(payload.facts),
      .openings = std::move(committed.openings),
      .sealed = subject.key.seal(secret, sealed_field(chain.n), subject.id),
      .key_id = subject.key.id(),
  };
  entry.mac = base64(work.keys.mac(sealing::Purpose::entry, authenticated(entry)));
  // Who alone writes knows the next place; others would wait for each other.
  if (work.tx.dialect() == storage::Dialect::sqlite) {
    entry.place = extent(work.tx);
    grow(work.tx, 1);
  }
  work.tx.insert(entry);
  work.tx.name_work(work.id);
  work.tx.note_entry();
}

}  // namespace xb::evidence
