#include "modules/complaints/quality/rules.h"

#include <algorithm>

#include <toml++/toml.h>

#include "core/assets.h"
#include "core/ensure.h"
#include "core/text.h"

namespace xb::complaints {
namespace {

struct Unfit {
  std::string cause;
  std::vector<std::string> business;
};

struct Figures {
  std::uint64_t percent = 0;
  std::size_t long_text = 0;
  int elderly_from = 0;
  int adult_from = 0;
  std::vector<std::string> vague_causes;
  std::vector<std::string> business_of_products;
  std::vector<Unfit> unfit;
};

std::vector<std::string> words_in(const toml::node_view<const toml::node>& node) {
  std::vector<std::string> out;
  const auto* array = node.as_array();
  ensure(array != nullptr, "a list of the quality rules is none");
  for (const auto& one : *array) out.push_back(one.value<std::string>().value_or(""));
  return out;
}

Figures load() {
  const auto bytes = asset("data/quality/complaints.toml");
  ensure(bytes.has_value(), "the quality rules do not ship");
  const toml::table table = toml::parse(*bytes);
  const auto number = [&](std::string_view key) {
    const auto value = table[key].value<std::int64_t>();
    ensure(value && *value >= 0, "a figure of the quality rules is none");
    return *value;
  };
  Figures out;
  out.percent = static_cast<std::uint64_t>(number("checked_percent"));
  out.long_text = static_cast<std::size_t>(number("long_text"));
  out.elderly_from = static_cast<int>(number("elderly_from"));
  out.adult_from = static_cast<int>(number("adult_from"));
  const toml::table& read = table;
  out.vague_causes = words_in(read["vague_causes"]);
  out.business_of_products = words_in(read["business_of_products"]);
  const auto* unfit = read["unfit"].as_array();
  ensure(unfit != nullptr, "the quality rules name nothing that does not fit");
  for (const auto& one : *unfit) {
    const toml::table& row = *one.as_table();
    out.unfit.push_back(
        {row["cause"].value<std::string>().value_or(""), words_in(row["business"])});
  }
  return out;
}

const Figures& figures() {
  static const Figures loaded = load();
  return loaded;
}

bool is_or_below(const taxonomies::Book& book, std::string_view taxonomy, std::string_view code,
                 std::string_view wide) {
  const auto finer = book.below(taxonomy, wide);
  return std::find(finer.begin(), finer.end(), code) != finer.end();
}

bool does_not_fit(const taxonomies::Book& book, const Judged& judged) {
  return std::any_of(figures().unfit.begin(), figures().unfit.end(), [&](const Unfit& one) {
    return is_or_below(book, "cause", judged.cause, one.cause) &&
           std::any_of(one.business.begin(), one.business.end(), [&](const std::string& wide) {
             return is_or_below(book, "business", judged.business, wide);
           });
  });
}

bool wants_product(const taxonomies::Book& book, const Judged& judged) {
  const auto& of = figures().business_of_products;
  return judged.product.empty() && std::any_of(of.begin(), of.end(), [&](const std::string& wide) {
           return is_or_below(book, "business", judged.business, wide);
         });
}

constexpr std::string_view numerals[] = {"0",  "1",  "2",  "3",  "4",  "5",  "6",  "7",  "8",
                                         "9",  "〇", "零", "一", "二", "两", "三", "四", "五",
                                         "六", "七", "八", "九", ".",  ",",  "，", "几"};
constexpr std::string_view scales[] = {"十", "百", "千", "万", "亿"};
constexpr std::string_view digits = "0123456789";

// What stands before `end` ends with one of these; its length, or nothing.
template <std::size_t n>
std::size_t ending(std::string_view before, const std::string_view (&any)[n]) {
  for (const std::string_view one : any)
    if (before.ends_with(one)) return one.size();
  return 0;
}

// A number of money before this unit: with a digit or a scale in it, so that 一元化 is none.
bool follows_number(std::string_view before) {
  bool is_number = false;
  for (;;) {
    std::size_t length = ending(before, scales);
    is_number = is_number || length > 0 ||
                (!before.empty() && digits.find(before.back()) != std::string_view::npos);
    if (length == 0) length = ending(before, numerals);
    if (length == 0) return is_number;
    before.remove_suffix(length);
  }
}

}  // namespace

std::uint64_t checked_percent() { return figures().percent; }

bool names_amount(std::string_view text) {
  for (const std::string_view unit : {"元", "块钱", "圆"})
    for (auto at = text.find(unit); at != std::string_view::npos; at = text.find(unit, at + 1))
      if (follows_number(text.substr(0, at))) return true;
  for (const std::string_view sign : {"￥", "¥"})
    for (auto at = text.find(sign); at != std::string_view::npos; at = text.find(sign, at + 1)) {
      const auto rest = text.substr(at + sign.size());
      if (!rest.empty() && digits.find(rest.front()) != std::string_view::npos) return true;
    }
  return false;
}

std::optional<Date> birthday_in(std::string_view identity_number) {
  if (identity_number.size() != 18) return {};
  const std::string day = std::string{identity_number.substr(6, 4)} + "-" +
                          std::string{identity_number.substr(10, 2)} + "-" +
                          std::string{identity_number.substr(12, 2)};
  const auto date = parse_date(day);
  if (!date) return {};
  return *date;
}

int age_on(Date born_on, Date day) {
  const std::chrono::year_month_day born{born_on.days}, then{day.days};
  const bool had_birthday =
      std::pair{then.month(), then.day()} >= std::pair{born.month(), born.day()};
  return int{then.year()} - int{born.year()} - (had_birthday ? 0 : 1);
}

std::vector<Doubt> doubts_of(const taxonomies::Book& book, const Judged& judged) {
  std::vector<Doubt> out;
  const Figures& by = figures();
  const bool is_vague = judged.cause.empty() ||
                        std::find(by.vague_causes.begin(), by.vague_causes.end(), judged.cause) !=
                            by.vague_causes.end();
  if (is_vague && code_points(judged.text).value_or(0) >= by.long_text)
    out.push_back(Doubt::cause_vague);
  if (does_not_fit(book, judged)) out.push_back(Doubt::cause_unfit);
  if (wants_product(book, judged)) out.push_back(Doubt::product_missing);
  if (!judged.has_amount && names_amount(judged.text)) out.push_back(Doubt::amount_missing);
  if (!judged.born_on) return out;
  const int age = age_on(*judged.born_on, judged.received_on);
  if (age >= by.elderly_from && !judged.is_elderly) out.push_back(Doubt::elderly_unmarked);
  if (age < by.adult_from && !judged.is_minor) out.push_back(Doubt::minor_unmarked);
  return out;
}

}  // namespace xb::complaints
