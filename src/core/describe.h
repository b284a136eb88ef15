// A struct is described once, with BOOST_DESCRIBE_STRUCT; columns, JSON, OpenAPI and evidence are
// read off that description. Here are the three questions all of them ask.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <type_traits>

#include <boost/describe.hpp>
#include <boost/mp11.hpp>

namespace xb {

template <class T>
inline constexpr bool is_described_struct =
    boost::describe::has_describe_members<T>::value && !std::is_union_v<T>;

template <class T>
inline constexpr bool is_described_enum = boost::describe::has_describe_enumerators<T>::value;

template <class T>
using members_of = boost::describe::describe_members<T, boost::describe::mod_public |
                                                            boost::describe::mod_inherited>;

template <class T>
inline constexpr std::size_t member_count = boost::mp11::mp_size<members_of<T>>::value;

// Calls `visit(name, pointer to member)` for each member in the order of the description.
template <class T, class Visit>
constexpr void for_each_member(Visit&& visit) {
  boost::mp11::mp_for_each<members_of<T>>(
      [&](auto member) { visit(std::string_view{member.name}, member.pointer); });
}

// Calls `visit(name, value)` for each enumerator.
template <class Enum, class Visit>
constexpr void for_each_enumerator(Visit&& visit) {
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Enum>>(
      [&](auto enumerator) { visit(std::string_view{enumerator.name}, enumerator.value); });
}

// The enumerator's name as it stands in columns and JSON; empty for a value outside the enum.
template <class Enum>
constexpr std::string_view name_of(Enum value) {
  std::string_view found;
  for_each_enumerator<Enum>([&](std::string_view name, Enum candidate) {
    if (candidate == value) found = name;
  });
  return found;
}

template <class Enum>
constexpr std::optional<Enum> named(std::string_view name) {
  std::optional<Enum> found;
  for_each_enumerator<Enum>([&](std::string_view candidate, Enum value) {
    if (candidate == name) found = value;
  });
  return found;
}

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

}  // namespace xb
