// Between what a scenario says in Chinese and the JSON of the routes: values on the way in, and
// whether what came out is what was meant.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include "core/instant.h"
#include "platform/taxonomies/book.h"
#include "test/support/scenario_text.h"

namespace xb::app {

// What people, units and things are numbered in this bank, as far as the story has come.
struct Numbered {
  std::map<std::string, std::int64_t> people;
  std::map<std::string, std::int64_t> units;
  std::map<std::string, std::int64_t> named;    // 「甲案」
  std::map<std::string, std::int64_t> current;  // 投诉, 任务 …: the last one made or spoken of
};

// `433.42元` in fen.
inline std::optional<std::int64_t> fen_of(std::string_view text) {
  constexpr std::string_view unit = "元";
  if (!text.ends_with(unit)) return std::nullopt;
  text.remove_suffix(unit.size());
  const auto point = text.find('.');
  std::string digits{text.substr(0, point)};
  std::string cents{point == std::string_view::npos ? "" : text.substr(point + 1)};
  if (cents.size() > 2) return std::nullopt;
  cents.resize(2, '0');
  digits += cents;
  if (digits.size() < 3 || digits.find_first_not_of("0123456789") != std::string::npos)
    return std::nullopt;
  return std::stoll(digits);
}

inline std::optional<std::int64_t> number_of(std::string_view text) {
  if (text.empty() || text.find_first_not_of("0123456789") != std::string_view::npos)
    return std::nullopt;
  return std::stoll(std::string{text});
}

// `2026-11-02 10:15` in the bank's zone.
inline std::optional<Instant> moment_of(std::string_view text) {
  if (text.size() != 16 || text[10] != ' ') return std::nullopt;
  return parse_instant(std::string{text.substr(0, 10)} + "T" + std::string{text.substr(11)} +
                       ":00+08:00");
}

// Where the clock stands after `+3天`, `+3天 09:00`, `+2小时`, `+30分钟` or `2026-11-02 10:15`.
inline std::optional<Instant> moved(Instant now, std::string_view text) {
  if (!text.starts_with("+")) return moment_of(text);
  const auto parts = test::split_at(text.substr(1), " ");
  const auto digits = parts[0].find_first_not_of("0123456789");
  const auto count = number_of(parts[0].substr(0, digits));
  if (!count || digits == std::string::npos) return std::nullopt;
  const std::string unit = parts[0].substr(digits);
  if (unit == "天" && parts.size() == 2)
    return moment_of(format(Zone{}.date(now) + std::chrono::days{*count}) + " " + parts[1]);
  if (parts.size() != 1) return std::nullopt;
  if (unit == "天") return now + std::chrono::hours{24 * *count};
  if (unit == "小时") return now + std::chrono::hours{*count};
  if (unit == "分钟") return now + std::chrono::minutes{*count};
  return std::nullopt;
}

// Nothing for what cannot be said so.
class Values {
 public:
  using Value = std::optional<boost::json::value>;
  Values(const test::Words& words, const taxonomies::Book& book, const Numbered& numbered,
         const Instant& now)
      : words_(words), book_(book), numbered_(numbered), now_(now) {}

  Value of(const test::MemberWord& member, const std::string& text) const {
    using test::ValueKind;
    switch (member.kind) {
      case ValueKind::text:
      case ValueKind::header: return boost::json::value(text);
      case ValueKind::parameter:
      case ValueKind::word: return word(member, text);
      case ValueKind::words:
        return several(text, [&](const auto& one) { return word(member, one); });
      case ValueKind::money: return known(fen_of(text));
      case ValueKind::number: return known(number_of(text));
      case ValueKind::day: return day(text);
      case ValueKind::moment: {
        const auto at = moved(now_, text);
        return at ? Value(boost::json::value(format(*at))) : std::nullopt;
      }
      case ValueKind::yes_no:
        return text == "是" || text == "否" ? Value(boost::json::value(text == "是"))
                                            : std::nullopt;
      case ValueKind::person: return number(numbered_.people, text);
      case ValueKind::people:
        return several(text, [&](const auto& one) { return number(numbered_.people, one); });
      case ValueKind::unit: return number(numbered_.units, text);
      case ValueKind::units:
        return several(text, [&](const auto& one) { return number(numbered_.units, one); });
      case ValueKind::thing: return thing(text);
      case ValueKind::things: return several(text, [&](const auto& one) { return thing(one); });
    }
    std::abort();
  }

  // Whether `found` is what `text` says, by whatever way it may be said.
  bool is(const boost::json::value& found, const test::MemberWord& member,
          const std::string& text) const {
    if (found.is_bool()) return text == (found.get_bool() ? "是" : "否");
    if (found.is_number()) {
      const auto count = found.to_number<std::int64_t>();
      for (const auto& said : {fen_of(text), number_of(text), place(numbered_.people, text),
                               place(numbered_.units, text), named(text)})
        if (said) return *said == count;
      return false;
    }
    if (!found.is_string()) return false;
    const std::string value{found.get_string()};
    if (value == text) return true;
    if (const auto* code = words_.code(member.group, text)) return *code == value;
    if (const auto* item = book_.known_as(taxonomy(member.group), text)) return item->code == value;
    return is_moment(value, text);
  }

 private:
  template <class T>
  static Value known(const std::optional<T>& value) {
    return value ? Value(boost::json::value(*value)) : std::nullopt;
  }
  template <class Each>
  static Value several(const std::string& text, Each each) {
    boost::json::array out;
    for (const std::string& one : test::split_at(text, "、")) {
      const Value value = each(one);
      if (!value) return std::nullopt;
      out.push_back(*value);
    }
    return boost::json::value(std::move(out));
  }
  static std::optional<std::int64_t> place(const std::map<std::string, std::int64_t>& in,
                                           const std::string& name) {
    const auto found = in.find(name);
    return found == in.end() ? std::nullopt : std::optional(found->second);
  }
  static Value number(const std::map<std::string, std::int64_t>& in, const std::string& name) {
    return known(place(in, name));
  }
  std::optional<std::int64_t> named(const std::string& text) const {
    if (!text.starts_with("「") || !text.ends_with("」")) return std::nullopt;
    return place(numbered_.named, text.substr(3, text.size() - 6));
  }
  Value thing(const std::string& text) const {
    return text.starts_with("「") ? known(named(text)) : number(numbered_.current, text);
  }
  // A word of a taxonomy is for the program to understand; so is one that no group knows.
  Value word(const test::MemberWord& member, const std::string& text) const {
    if (const auto* code = words_.code(member.group, text)) return boost::json::value(*code);
    if (words_.has_group(member.group)) return std::nullopt;
    return boost::json::value(text);
  }
  Value day(const std::string& text) const {
    if (text.starts_with("+")) {
      const auto at = moved(now_, text);
      return at ? Value(boost::json::value(format(Zone{}.date(*at)))) : std::nullopt;
    }
    return parse_date(text) ? Value(boost::json::value(text)) : std::nullopt;
  }
  std::string taxonomy(const std::string& group) const {
    if (book_.find(group) != nullptr || !group.ends_with("s")) return group;
    return group.substr(0, group.size() - 1);
  }
  static bool is_moment(const std::string& value, const std::string& text) {
    const auto at = parse_instant(value);
    if (!at) return false;
    if (parse_date(text)) return format(Zone{}.date(*at)) == text;
    const auto said = moment_of(text);
    return said && *said <= *at && *at < *said + std::chrono::minutes{1};
  }

  const test::Words& words_;
  const taxonomies::Book& book_;
  const Numbered& numbered_;
  const Instant& now_;
};

// Everything at `path`; `*` is each of a list, a number one of it, -1 the last.
inline void collect(const boost::json::value& from, std::string_view path,
                    std::vector<const boost::json::value*>& out) {
  if (path.empty()) return out.push_back(&from);
  const auto dot = path.find('.');
  const std::string_view part = path.substr(0, dot);
  const std::string_view rest = dot == std::string_view::npos ? "" : path.substr(dot + 1);
  if (from.is_object()) {
    if (const auto* inner = from.get_object().if_contains(part)) collect(*inner, rest, out);
    return;
  }
  if (!from.is_array()) return;
  const auto& array = from.get_array();
  if (part == "*") {
    for (const auto& inner : array) collect(inner, rest, out);
    return;
  }
  const auto place =
      part == "-1" ? std::optional<std::int64_t>(std::ssize(array) - 1) : number_of(part);
  if (place && *place >= 0 && *place < std::ssize(array))
    collect(array[static_cast<std::size_t>(*place)], rest, out);
}

inline std::vector<const boost::json::value*> collected(const boost::json::value& from,
                                                        std::string_view path) {
  std::vector<const boost::json::value*> out;
  collect(from, path, out);
  return out;
}

}  // namespace xb::app
