// Every SQL statement of this module: what was put into the index, and what is found there.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "modules/search/tokens.h"
#include "modules/search/types.h"
#include "platform/storage/transaction.h"

namespace xb::search {

// Something that can be found, at its place in the order.
struct Document {
  static constexpr std::string_view table = "search_documents";
  Id<Document> id;  // the order
  HitKind kind = HitKind::complaint;
  std::int64_t subject_id = 0;
  std::string sights;  // parted by blanks
  std::string body;    // its fields, masked and sealed
};
BOOST_DESCRIBE_STRUCT(Document, (), (id, kind, subject_id, sights, body))

// In what stretch the tokens of this order are told apart: PostgreSQL finds nothing in order, so it
// looks into one stretch after the other; SQLite has one for all.
std::int64_t stretch_for(storage::Dialect dialect, std::int64_t order);

std::optional<Document> document_of(storage::Transaction& tx, HitKind kind,
                                    std::int64_t subject_id);
bool is_taken(storage::Transaction& tx, std::int64_t order);
std::vector<Document> documents(storage::Transaction& tx, const std::vector<std::int64_t>& orders);

// `tokens` as `cut` gives them. SQLite takes and erases many fastest from the highest order on.
void insert(storage::Transaction& tx, const Document& document, const std::vector<Token>& tokens);
// `tokens` are those it was inserted with.
void erase(storage::Transaction& tx, const Document& document, const std::vector<Token>& tokens);
void erase_all(storage::Transaction& tx);

// Orders [from, below).
struct Range {
  std::int64_t from = 0;
  std::int64_t below = 0;
};

// Orders in this range of what has the grams that leave most out and is in sight, highest first, at
// most `limit`: all that have the words, and some that have not.
std::vector<std::int64_t> candidates(storage::Transaction& tx, const Tokens& tokens,
                                     const Looking& looking, Range range, std::size_t limit);

// Units and people that were there when the bank was founded: no entry of their own tells of them.
std::vector<std::int64_t> first_units(storage::Transaction& tx, std::size_t limit);
std::vector<std::int64_t> first_people(storage::Transaction& tx, std::size_t limit);

}  // namespace xb::search
