// The words of classifications as data: taxonomies and their items. A code never changes what it
// means: what changes gets a new code, and the old one retires. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/describe.h"
#include "core/instant.h"

namespace xb::taxonomies {

// How well an item is known. Only `found` was read in its source; the rest is the system's or the
// bank's own and never shown as official.
enum class Mark { found, memory, design, bank };
BOOST_DESCRIBE_ENUM(Mark, found, memory, design, bank)

struct Item {
  std::string code;  // what is stored
  std::string zh;
  std::string en;
  std::optional<std::string> parent;         // the coarser item that it belongs to
  std::optional<std::string> official_code;  // of the standard, which the bank fills in
  std::vector<std::string> other_names;      // what registers write for it
  std::vector<std::string> care;             // codes of `care`: what the rule asks for
  Mark mark = Mark::design;
  Date effective_from;
  std::optional<Date> retired_on;  // from this day on it is not chosen any more
};
BOOST_DESCRIBE_STRUCT(Item, (),
                      (code, zh, en, parent, official_code, other_names, care, mark, effective_from,
                       retired_on))

struct Taxonomy {
  std::string name;
  std::string zh;
  std::string en;
  std::int64_t version = 1;      // of what ships
  std::int64_t own_version = 0;  // of the bank's file; 0: none
  std::string source;
  Mark mark = Mark::design;
  Date effective_from;
  std::vector<Item> items;  // parents before their children
};
BOOST_DESCRIBE_STRUCT(Taxonomy, (),
                      (name, zh, en, version, own_version, source, mark, effective_from, items))

}  // namespace xb::taxonomies
