// One file of a taxonomy as it is written.
#pragma once

#include "core/result.h"
#include "platform/taxonomies/book.h"

namespace xb::taxonomies {

// What a bank's file says of an item that ships.
struct Amendment {
  std::string code;
  std::optional<std::string> official_code;
  std::optional<Date> retired_on;
  std::string place;
};

struct Written {
  Taxonomy taxonomy;  // of a bank's file for a shipped taxonomy only name, version, items
  std::vector<std::string> places;  // of the items
  std::vector<Amendment> amendments;
  std::string place;
};

// Refuses with taxonomies.malformed, taxonomies.unknown_key, taxonomies.missing, taxonomies.word or
// taxonomies.dates. `whole` wants what a taxonomy of its own must say.
Result<Written> read_file(const File& file, bool whole);

}  // namespace xb::taxonomies
