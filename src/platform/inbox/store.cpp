#include "platform/inbox/store.h"

#include <algorithm>

#include "platform/inbox/service.h"

namespace xb::inbox {
namespace {

using storage::Query;

// Each along an index of its own.
void add(std::vector<Told>& out, storage::Transaction& tx, Query query, std::size_t limit) {
  query.add("ORDER BY told_at DESC, id DESC LIMIT ?", limit);
  for (Told& one : tx.find_all<Told>(query)) out.push_back(std::move(one));
}

}  // namespace

std::vector<Told> told_to(storage::Transaction& tx, const Actor& actor, std::size_t limit) {
  std::vector<Told> out;
  for (const Id<Person> person : {actor.person, actor.on_behalf_of}) {
    if (!person) continue;
    Query query = Query::of<Told>();
    query.where("person_id = ?", person);
    add(out, tx, std::move(query), limit);
  }
  if (actor.unit) {
    Query query = Query::of<Told>();
    query.where("unit_id = ?", actor.unit);
    add(out, tx, std::move(query), limit);
  }
  std::sort(out.begin(), out.end(), [](const Told& a, const Told& b) {
    return std::pair{a.told_at, a.id.number} > std::pair{b.told_at, b.id.number};
  });
  if (out.size() > limit) out.resize(limit);
  return out;
}

bool remove_told(storage::Transaction& tx, const Actor& actor, Id<Told> id) {
  Query query{storage::Sql<>("DELETE FROM inbox")};
  query.where("id = ?", id);
  query.where("(person_id IN (?, ?) OR unit_id = ?)", actor.person, actor.on_behalf_of, actor.unit);
  return tx.execute(query) > 0;
}

void settle(storage::Transaction& tx, std::int64_t subject_id, std::string_view matter) {
  tx.execute("DELETE FROM inbox WHERE subject_id = ? AND matter = ?", subject_id, matter);
}

void keep_from(storage::Transaction& tx, std::int64_t subject_id, Reader reader) {
  tx.execute("DELETE FROM inbox WHERE subject_id = ? AND (person_id = ? OR unit_id = ?)",
             subject_id, reader.person, reader.unit);
}

void erase_of(storage::Transaction& tx, std::int64_t subject_id) {
  tx.execute("DELETE FROM inbox WHERE subject_id = ?", subject_id);
}

}  // namespace xb::inbox
