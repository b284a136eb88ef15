// Whether a classification is likely to be right: what speaks against it. Pure; the figures are
// data (data/quality/complaints.toml). A doubt is a question for a person, never a correction.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/instant.h"
#include "modules/complaints/quality/types.h"
#include "platform/taxonomies/book.h"

namespace xb::complaints {

// What is looked at of a case. Codes are empty where nothing was chosen.
struct Judged {
  std::string_view business;
  std::string_view cause;
  std::string_view product;
  bool has_amount = false;
  bool is_elderly = false;  // was marked so
  bool is_minor = false;
  std::string_view text;  // everything the complainant said
  std::optional<Date> born_on;
  Date received_on;
};

std::vector<Doubt> doubts_of(const taxonomies::Book& book, const Judged& judged);

// Whether a text names an amount of money: 600元, 3.5万元, 三千元, ￥20, 五十块钱.
bool names_amount(std::string_view text);

// Of a resident identity number, which has been checked.
std::optional<Date> birthday_in(std::string_view identity_number);

// Whole years on a day.
int age_on(Date born_on, Date day);

// How many of a hundred closed cases a second person looks at.
std::uint64_t checked_percent();

}  // namespace xb::complaints
