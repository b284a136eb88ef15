// What a module asks for, to and fro: its own described input as sealed JSON.
#pragma once

#include "platform/approvals/types.h"

namespace xb::approvals {

// As Json<T>::write, but with personal values in clear: for a sealed column only.
template <class T>
void write_in_clear(std::string& out, const T& value) {
  if constexpr (sealing::coding::is_personal<T> && !is_optional<T>) {
    write_json_string(out, value.reveal());
  } else if constexpr (is_optional<T>) {
    if (value)
      write_in_clear(out, *value);
    else
      out += "null";
  } else if constexpr (is_described_struct<T>) {
    char before = '{';
    for_each_member<T>([&](std::string_view name, auto member) {
      out += before;
      before = ',';
      write_json_string(out, name);
      out += ':';
      write_in_clear(out, value.*member);
    });
    out += before == '{' ? "{}" : "}";
  } else if constexpr (requires {
                         typename T::value_type;
                         value.begin();
                       } &&
                       !std::is_same_v<T, std::string>) {
    out += '[';
    for (std::size_t i = 0; i < value.size(); ++i) {
      if (i > 0) out += ',';
      write_in_clear(out, value[i]);
    }
    out += ']';
  } else {
    Json<T>::write(out, value);
  }
}

template <class T>
Asked asked_for(const T& input) {
  std::string json;
  write_in_clear(json, input);
  return Asked::trusted(std::move(json));
}

template <class T>
T asked_in(const Asked& asked) {
  const auto json = parse_json(asked.reveal());
  storage::cells::expect(json.has_value(), "what an approval asks for is no JSON");
  auto input = Json<T>::read(*json);
  storage::cells::expect(input.has_value(), "what an approval asks for is unknown");
  return std::move(*input);
}

// The money that is asked for: the member `amount_fen` of an input that has one.
std::optional<std::int64_t> amount_in(const Asked& asked);

// As its module shows it: personal values masked.
template <class T>
std::string shown(const Asked& asked) {
  return to_json(asked_in<T>(asked));
}

}  // namespace xb::approvals
