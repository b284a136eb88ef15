// Taxonomies as they are shown.
#pragma once

#include "core/json_struct.h"
#include "platform/taxonomies/book.h"

namespace xb::taxonomies {

struct BookView {
  std::vector<Taxonomy> items;
  std::int64_t version = 0;  // another number for any other content
};
BOOST_DESCRIBE_STRUCT(BookView, (), (items, version))

inline BookView view_of(const Book& book) { return {book.all(), book.version()}; }

}  // namespace xb::taxonomies
