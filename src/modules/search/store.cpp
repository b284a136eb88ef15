#include "modules/search/store.h"

#include <algorithm>
#include <limits>

#include "modules/search/rules.h"

namespace xb::search {
namespace {

using storage::Dialect;
using storage::Query;

// A token as FTS5 has it: seven letters and digits.
void add_text(std::string& out, Token token) {
  constexpr std::string_view digits = "0123456789abcdefghijklmnopqrstuvwxyz";
  for (int i = 0; i < 7; ++i) {
    out += digits[token % digits.size()];
    token /= static_cast<Token>(digits.size());
  }
}

std::string text_of(const std::vector<Token>& tokens) {
  std::string out;
  for (const Token token : tokens) {
    if (!out.empty()) out += ' ';
    add_text(out, token);
  }
  return out;
}

// What FTS5 shall match: the sights of one of the ways, and each gram. It steps along what stands
// first and seeks the rest from there, so the ways, of which an outlet has few, lead.
std::string match_of(const LookingFor& looking) {
  std::string out;
  for (const auto& way : looking.ways) {
    out += out.empty() ? "((" : " OR (";
    for (const Token token : way) {
      if (!out.ends_with('(')) out += " AND ";
      add_text(out, token);
    }
    out += ')';
  }
  if (!out.empty()) out += ')';
  for (const Token gram : looking.grams) {
    if (!out.empty()) out += " AND ";
    add_text(out, gram);
  }
  return out;
}

// FTS5 steps upwards with half the work of stepping downwards, and what was received last is wanted
// first. Its own inverse.
std::int64_t mirrored(std::int64_t order) {
  return std::numeric_limits<std::int64_t>::max() - order;
}

std::vector<std::int64_t> matching(storage::Transaction& tx, std::string_view match, Range range,
                                   std::size_t limit) {
  return tx.all<std::int64_t>(
      "SELECT rowid FROM search_index WHERE search_index MATCH ? AND rowid > ? AND rowid <= ?"
      " ORDER BY rowid LIMIT ?",
      match, mirrored(range.below), mirrored(range.from), limit);
}

// How far the newest ones lie apart: the more, the rarer.
std::int64_t reach_of(const std::vector<std::int64_t>& newest, std::size_t sample) {
  const bool is_all = newest.size() < sample;
  return is_all ? std::numeric_limits<std::int64_t>::max() - std::ssize(newest)
                : newest.back() - newest.front();
}

// Leaves those grams that stand furthest apart among the newest: FTS5 reads its way through a list
// to each place it seeks, so a frequent gram costs more than it leaves out of what is looked at.
void keep_rarest(storage::Transaction& tx, std::vector<Token>& grams, Range range) {
  constexpr std::size_t kept_max = 3;
  constexpr std::size_t sample = 64;
  if (grams.size() <= kept_max) return;
  std::vector<std::pair<std::int64_t, Token>> by_reach;
  for (const Token gram : grams) {
    std::string token;
    add_text(token, gram);
    const auto newest = matching(tx, token, range, sample);
    by_reach.emplace_back(reach_of(newest, sample), gram);
  }
  std::sort(by_reach.begin(), by_reach.end(), std::greater<>());
  grams.clear();
  for (std::size_t i = 0; i < kept_max; ++i) grams.push_back(by_reach[i].second);
}

std::string array_of(const std::vector<Token>& tokens) {
  std::string out = "{";
  for (const Token token : tokens) {
    if (out.size() > 1) out += ',';
    out += std::to_string(token);
  }
  return out + '}';
}

// Stretches that have anything below `below`, highest first: each is found from the one above it.
std::vector<std::int64_t> stretches(storage::Transaction& tx, std::int64_t below,
                                    std::size_t limit) {
  return tx.all<std::int64_t>(
      "WITH RECURSIVE stretches (stretch) AS ("
      " SELECT (SELECT max(id) FROM search_documents WHERE id < ?) >> ?"
      " UNION ALL SELECT (SELECT max(id) FROM search_documents WHERE id < stretch << ?) >> ?"
      " FROM stretches WHERE stretch IS NOT NULL"
      ") SELECT stretch FROM stretches WHERE stretch IS NOT NULL LIMIT ?",
      below, stretch_bits, stretch_bits, stretch_bits, limit);
}

void add_condition(Query& query, const LookingFor& looking) {
  std::vector<Token> all = looking.grams;
  if (looking.ways.size() == 1)
    all.insert(all.end(), looking.ways[0].begin(), looking.ways[0].end());
  query.add("(tokens @> CAST(? AS bigint[])", array_of(all));
  if (looking.ways.size() > 1) {
    query.add(storage::Sql<>("AND (FALSE"));
    for (const auto& way : looking.ways)
      query.add("OR tokens @> CAST(? AS bigint[])", array_of(way));
    query.add(storage::Sql<>(")"));
  }
  query.add(storage::Sql<>(")"));
}

// In all of these stretches at once.
std::vector<std::int64_t> found_in(storage::Transaction& tx, const Tokens& tokens,
                                   const Looking& looking, std::int64_t below, std::size_t limit,
                                   const std::vector<std::int64_t>& places) {
  // What is found is sorted after that: a plan that goes along the order instead may read it all.
  Query query{storage::Sql<>("WITH found AS MATERIALIZED (SELECT id FROM search_index WHERE")};
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (i > 0) query.add(storage::Sql<>("OR"));
    add_condition(query, looking_for(tokens, looking, places[i]));
  }
  query.add(") SELECT id FROM found WHERE id < ? ORDER BY id DESC LIMIT ?", below, limit);
  return tx.all<std::int64_t>(query);
}

// The planner does not know what it costs to read tokens; it must never go through all rows, nor
// compile what runs for a millisecond. Until the transaction ends.
void use_the_index(storage::Transaction& tx) {
  tx.one<std::string>("SELECT set_config('enable_seqscan', 'off', true)");
  tx.one<std::string>("SELECT set_config('jit', 'off', true)");
}

std::vector<std::int64_t> candidates_by_stretch(storage::Transaction& tx, const Tokens& tokens,
                                                const Looking& looking, Range range,
                                                std::size_t limit) {
  constexpr std::size_t at_once_max = 16;
  use_the_index(tx);
  std::vector<std::int64_t> out;
  std::int64_t from = range.below;
  // What is common is found in the newest stretch; what is rare in few steps.
  for (std::size_t at_once = 1; out.size() < limit; at_once = std::min(4 * at_once, at_once_max)) {
    auto places = stretches(tx, from, at_once);
    std::erase_if(places, [&](std::int64_t one) { return start_of_stretch(one) < range.from; });
    if (places.empty()) break;
    const bool is_last = places.size() < at_once;
    from = start_of_stretch(places.back());
    // As many conditions each time: statements are kept by their text.
    places.resize(at_once, places.back());
    for (const std::int64_t id :
         found_in(tx, tokens, looking, range.below, limit - out.size(), places))
      out.push_back(id);
    if (is_last) break;
  }
  return out;
}

}  // namespace

std::int64_t stretch_for(Dialect dialect, std::int64_t order) {
  return dialect == Dialect::postgres ? stretch_of(order) : 0;
}

std::optional<Document> document_of(storage::Transaction& tx, HitKind kind,
                                    std::int64_t subject_id) {
  return tx.find<Document>("WHERE subject_id = ? AND kind = ?", subject_id, kind);
}

bool is_taken(storage::Transaction& tx, std::int64_t order) {
  return tx.one<std::int64_t>("SELECT id FROM search_documents WHERE id = ?", order).has_value();
}

std::vector<Document> documents(storage::Transaction& tx, const std::vector<std::int64_t>& orders) {
  if (orders.empty()) return {};
  Query query = Query::of<Document>();
  query.where_in("id", {orders.begin(), orders.end()});
  query.add(storage::Sql<>("ORDER BY id DESC"));
  return tx.find_all<Document>(query);
}

void insert(storage::Transaction& tx, const Document& document, const std::vector<Token>& tokens) {
  tx.insert(document);
  if (tx.dialect() == Dialect::sqlite)
    tx.execute("INSERT INTO search_index (rowid, tokens) VALUES (?, ?)",
               mirrored(document.id.number), text_of(tokens));
  else
    tx.execute("INSERT INTO search_index (id, tokens) VALUES (?, CAST(? AS bigint[]))", document.id,
               array_of(tokens));
}

void erase(storage::Transaction& tx, const Document& document, const std::vector<Token>& tokens) {
  tx.execute("DELETE FROM search_documents WHERE id = ?", document.id);
  if (tx.dialect() == Dialect::sqlite)
    tx.execute("INSERT INTO search_index (search_index, rowid, tokens) VALUES ('delete', ?, ?)",
               mirrored(document.id.number), text_of(tokens));
  else
    tx.execute("DELETE FROM search_index WHERE id = ?", document.id);
}

void erase_all(storage::Transaction& tx) {
  if (tx.dialect() == Dialect::postgres) {
    tx.execute("TRUNCATE search_documents, search_index");
    return;
  }
  tx.execute("DELETE FROM search_documents");
  tx.execute("INSERT INTO search_index (search_index) VALUES ('delete-all')");
}

std::vector<std::int64_t> candidates(storage::Transaction& tx, const Tokens& tokens,
                                     const Looking& looking, Range range, std::size_t limit) {
  if (tx.dialect() == Dialect::postgres)
    return candidates_by_stretch(tx, tokens, looking, range, limit);
  LookingFor asked = looking_for(tokens, looking, 0);
  keep_rarest(tx, asked.grams, range);
  auto out = matching(tx, match_of(asked), range, limit);
  for (std::int64_t& one : out) one = mirrored(one);
  return out;
}

std::vector<std::int64_t> first_units(storage::Transaction& tx, std::size_t limit) {
  return tx.all<std::int64_t>("SELECT id FROM units ORDER BY id LIMIT ?", limit);
}

std::vector<std::int64_t> first_people(storage::Transaction& tx, std::size_t limit) {
  return tx.all<std::int64_t>("SELECT id FROM people ORDER BY id LIMIT ?", limit);
}

}  // namespace xb::search
