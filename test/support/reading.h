// Inputs as they come over HTTP, and refusals as tests name them.
#pragma once

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "core/json_struct.h"

namespace xb {

template <class T>
Result<T> read_input(std::string_view json) {
  const auto parsed = parse_json(json);
  EXPECT_TRUE(parsed.has_value()) << json;
  return Json<T>::read(*parsed);
}

// The input that this JSON is.
template <class T>
T input(std::string_view json) {
  auto read = read_input<T>(json);
  EXPECT_TRUE(read.has_value()) << read.error().code << ' ' << read.error().field;
  return *read;
}

// What was refused, as `code field`; `none` if nothing was.
template <class T>
std::string refusal(const Result<T>& result) {
  if (result) return "none";
  return result.error().code + (result.error().field.empty() ? "" : " " + result.error().field);
}

}  // namespace xb
