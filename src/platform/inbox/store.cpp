#include "platform/inbox/store.h"

#include <algorithm>

#include "platform/inbox/service.h"
#include "platform/storage/list.h"

namespace xb::inbox {
namespace {

using storage::Query;

// Nobody hears of what is kept from him.
void narrow(Query& query, const Actor& actor) {
  if (const auto kept = storage::kept_from(actor)) kept->narrow(query);
}

// Each along an index of its own.
void add(std::vector<Told>& out, storage::Transaction& tx, Query query, const Actor& actor,
         std::size_t limit) {
  narrow(query, actor);
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
    add(out, tx, std::move(query), actor, limit);
  }
  if (actor.unit) {
    Query query = Query::of<Told>();
    query.where("unit_id = ?", actor.unit);
    add(out, tx, std::move(query), actor, limit);
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
  narrow(query, actor);
  return tx.execute(query) > 0;
}

void settle(storage::Transaction& tx, std::int64_t subject_id, std::string_view matter) {
  tx.execute("DELETE FROM inbox WHERE subject_id = ? AND matter = ?", subject_id, matter);
}

void keep_from(storage::Transaction& tx, std::int64_t subject_id, Id<Person> accused,
               Id<Unit> shut) {
  tx.execute("UPDATE inbox SET accused_id = ?, shut_unit_id = ? WHERE subject_id = ?", accused,
             shut, subject_id);
}

void erase_of(storage::Transaction& tx, std::int64_t subject_id) {
  tx.execute("DELETE FROM inbox WHERE subject_id = ?", subject_id);
}

}  // namespace xb::inbox
