#include "app/demo/placing.h"

#include <charconv>

#include "core/ensure.h"

namespace xb::app::demo {
namespace {

using std::chrono::year_month_day;

std::string month_of(year_month_day day) {
  return std::to_string(static_cast<unsigned>(day.month())) + "月";
}
std::string year_of(year_month_day day) { return std::to_string(int{day.year()}) + "年"; }

bool is_distance(std::string_view name) {
  return name.size() > 2 && (name[1] == '-' || name[1] == '+') && name[2] >= '0' && name[2] <= '9';
}

std::string at_distance(char what, int distance, Date from) {
  const year_month_day today{from.days};
  const Date other = from + std::chrono::days{distance};
  const year_month_day month{today.year() / today.month() / 1};
  const year_month_day moved = month + std::chrono::months{distance};
  switch (what) {
    case 'd': return chinese_day(other);
    case 'D': return year_of(year_month_day{other.days}) + chinese_day(other);
    case 'm': return month_of(moved);
    case 'M': return year_of(moved) + month_of(moved);
    case 'n': return (moved.year() == today.year() ? "今年" : "去年") + month_of(moved);
    case 'y': return std::to_string(int{today.year()} + distance);
    default: break;
  }
  ensure(false, "the demo names no such distance");
  return {};
}

}  // namespace

std::string chinese_day(Date day) {
  const year_month_day date{day.days};
  return month_of(date) + std::to_string(static_cast<unsigned>(date.day())) + "日";
}

std::string filled(std::string_view text, Date day,
                   const std::function<std::string_view(std::string_view)>& drawn) {
  std::string out;
  while (!text.empty()) {
    const auto open = text.find('{');
    out += text.substr(0, open);
    if (open == std::string_view::npos) break;
    const auto close = text.find('}', open);
    ensure(close != std::string_view::npos, "a place of the demo has no end");
    const std::string_view name = text.substr(open + 1, close - open - 1);
    if (is_distance(name)) {
      const std::string_view number = name.substr(name[1] == '+' ? 2 : 1);
      int distance = 0;
      std::from_chars(number.data(), number.data() + number.size(), distance);
      out += at_distance(name[0], distance, day);
    } else {
      out += filled(drawn(name), day, drawn);
    }
    text.remove_prefix(close + 1);
  }
  return out;
}

}  // namespace xb::app::demo
