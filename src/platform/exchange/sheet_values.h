// How a spreadsheet means what stands in a cell: numbers that are dates, characters that are
// spelled out.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "platform/exchange/table.h"

namespace xb::exchange {

// Whether a number format shows a date or a time: one that is built in, by its id, or a custom one,
// by its code (`yyyy"年"m"月"`, not `0.00" usd"` nor `[Red]0`).
bool is_date_format(std::int64_t id);
bool is_date_format(std::string_view code);

// Day 1 is 1900-01-01, and there is a 29 February 1900, or day 0 is 1904-01-01.
enum class DateSystem { from_1900, from_1904 };

// 42 and 0.5 rather than 4.2e1 and 5E-1, with the fewest digits that mean the same number. What is
// no number comes back as it is.
std::string number_text(std::string_view number);

// `YYYY-MM-DD`, with `THH:MM:SS` if there is a time of day; `HH:MM:SS` where there is no day (below
// 1, from 1900). What no calendar day of the years to 9999 stands for stays a number.
std::string date_text(std::string_view number, DateSystem system);

// Replaces each `_xHHHH_` by its character; surrogates, which are none, stay as they are.
std::string unescaped(std::string_view text);

// What a cell may take before its escapes (seven bytes for a character) are read.
inline constexpr std::size_t raw_bytes_max = 7 * (cell_bytes_max + 1);

// Whether `text` has `_xHHHH_` at `at`.
bool is_escape(std::string_view text, std::size_t at);

// The column of a cell reference (0 for `A1`); nothing if it is none.
std::optional<std::size_t> column_of(std::string_view reference);

}  // namespace xb::exchange
