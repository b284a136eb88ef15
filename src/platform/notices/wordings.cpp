#include "platform/notices/wordings.h"

#include <array>

#include <toml++/toml.h>

#include "core/assets.h"
#include "core/ensure.h"

namespace xb::notices {
namespace {

struct Wording {
  std::string zh;
  std::string en;
};

using Wordings = std::map<std::string, Wording, std::less<>>;

Wordings read() {
  Wordings out;
  for (const Asset& file : assets("data/notices/")) {
    const toml::table table = toml::parse(file.bytes);
    for (const auto& [name, node] : table) {
      const auto* wording = node.as_table();
      ensure(wording != nullptr, "a wording is a table");
      out[std::string{name.str()}] = {(*wording)["zh"].value_or(std::string{}),
                                      (*wording)["en"].value_or(std::string{})};
    }
  }
  return out;
}

constexpr std::array chinese_days{"周日", "周一", "周二", "周三", "周四", "周五", "周六"};
constexpr std::array english_days{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                  "Thursday", "Friday", "Saturday"};
constexpr std::array english_months{"January",   "February", "March",    "April",
                                    "May",       "June",     "July",     "August",
                                    "September", "October",  "November", "December"};

}  // namespace

std::string worded(std::string_view wording, Language language, const Places& places) {
  static const Wordings wordings = read();
  const auto found = wordings.find(wording);
  ensure(found != wordings.end(), "no such wording");
  std::string_view rest = language == Language::zh_cn ? found->second.zh : found->second.en;
  std::string out;
  while (!rest.empty()) {
    const std::size_t open = rest.find('{');
    out += rest.substr(0, open);
    if (open == std::string_view::npos) break;
    rest.remove_prefix(open + 1);
    const std::size_t close = rest.find('}');
    ensure(close != std::string_view::npos, "a place that does not end");
    const auto value = places.find(rest.substr(0, close));
    ensure(value != places.end(), "a place that nobody fills");
    out += value->second;
    rest.remove_prefix(close + 1);
  }
  return out;
}

std::string spoken(Date day, Language language) {
  const std::chrono::year_month_day date{day.days};
  const unsigned month = static_cast<unsigned>(date.month());
  const std::string of_month = std::to_string(static_cast<unsigned>(date.day()));
  const unsigned weekday = std::chrono::weekday{day.days}.c_encoding();
  if (language == Language::zh_cn)
    return std::to_string(month) + "月" + of_month + "日（" + chinese_days[weekday] + "）";
  return of_month + " " + english_months[month - 1] + " (" + english_days[weekday] + ")";
}

}  // namespace xb::notices
