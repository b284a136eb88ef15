// Members of the same name: an entry takes from rows what it says of them.
#pragma once

#include <string>
#include <vector>

#include "modules/complaints/types.h"

namespace xb::complaints {

// Copies each member of `row` that `out` has by the same name and in a type that takes it.
template <class Out, class Row>
void take_members(Out& out, const Row& row) {
  for_each_member<Out>([&](std::string_view name, auto to) {
    using To = std::remove_cvref_t<decltype(out.*to)>;
    for_each_member<Row>([&](std::string_view from_name, auto from) {
      using From = std::remove_cvref_t<decltype(row.*from)>;
      if (from_name != name) return;
      if constexpr (std::is_same_v<To, From>)
        out.*to = row.*from;
      else if constexpr (std::is_same_v<From, Codes> &&
                         std::is_same_v<To, std::vector<std::string>>)
        out.*to = (row.*from).items;
      else if constexpr (std::is_same_v<From, RequiredCode> && std::is_same_v<To, std::string>)
        out.*to = (row.*from).str();
    });
  });
}

}  // namespace xb::complaints
