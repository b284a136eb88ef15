// The same step on many cases at once: each in a transaction of its own, so that what is refused
// for one leaves the others done. A preview does everything and keeps nothing.
#pragma once

#include <vector>

#include "modules/complaints/archiving/service.h"
#include "modules/complaints/assignment/service.h"
#include "modules/complaints/triage/service.h"
#include "platform/exchange/import.h"

namespace xb::complaints {

inline constexpr std::size_t bulk_max = 500;

struct BulkAcceptance {
  std::vector<Id<Complaint>> ids;
  std::optional<bool> preview;
  Acceptance input;
};
BOOST_DESCRIBE_STRUCT(BulkAcceptance, (), (ids, preview, input))

struct BulkAssignment {
  std::vector<Id<Complaint>> ids;
  std::optional<bool> preview;
  Assignment input;
};
BOOST_DESCRIBE_STRUCT(BulkAssignment, (), (ids, preview, input))

struct BulkArchiving {
  std::vector<Id<Complaint>> ids;
  std::optional<bool> preview;
  Archiving input;
};
BOOST_DESCRIBE_STRUCT(BulkArchiving, (), (ids, preview, input))

// What became of one: done, or why not.
struct BulkItem {
  Id<Complaint> id;
  bool is_done = false;
  std::optional<std::string> code;
  std::optional<std::string> field;
};
BOOST_DESCRIBE_STRUCT(BulkItem, (), (id, is_done, code, field))

struct BulkReport {
  bool is_preview = false;
  std::int64_t done = 0;
  std::int64_t refused = 0;
  std::vector<BulkItem> items;  // in the order they were asked for, each once
};
BOOST_DESCRIBE_STRUCT(BulkReport, (), (is_preview, done, refused, items))

// All refuse with bulk.none or bulk.too_many.
Result<BulkReport> accept_many(const exchange::Ground& ground, const BulkAcceptance& input);
Result<BulkReport> assign_many(const exchange::Ground& ground, const BulkAssignment& input);
Result<BulkReport> archive_many(const exchange::Ground& ground, const BulkArchiving& input);

}  // namespace xb::complaints
