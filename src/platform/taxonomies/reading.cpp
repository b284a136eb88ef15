#include "platform/taxonomies/reading.h"

#include <algorithm>

#include <toml++/toml.h>

#include "core/text.h"

namespace xb::taxonomies {
namespace {

constexpr std::size_t code_max = 64;
constexpr std::size_t name_max = 100;

// The members of one table; remembers which it has seen.
class Members {
 public:
  Members(const toml::table& table, const std::string& file) : table_(table), file_(file) {}

  void set_label(const std::string& label) { label_ = " " + label; }
  std::string place() const {
    return file_ + ":" + std::to_string(table_.source().begin.line) + label_;
  }
  tl::unexpected<Refusal> wrong(const char* code, std::string_view key) const {
    return refuse(Reason::invalid, code, place() + " " + std::string{key});
  }

  template <class T>
  Result<std::optional<T>> take(std::string_view key) {
    seen_.emplace_back(key);
    const auto* node = table_.get(key);
    if (node == nullptr) return std::optional<T>{};
    const auto value = node->template value_exact<T>();
    if (!value) return wrong("taxonomies.malformed", key);
    return std::optional<T>{*value};
  }
  Result<std::optional<Date>> date(std::string_view key) {
    const auto day = TRY(take<toml::date>(key));
    if (!day) return std::optional<Date>{};
    const std::chrono::year_month_day date{
        std::chrono::year{day->year}, std::chrono::month{day->month}, std::chrono::day{day->day}};
    if (!date.ok()) return wrong("taxonomies.malformed", key);
    return std::optional{Date{std::chrono::sys_days{date}}};
  }
  Result<std::string> name(std::string_view key) {
    auto text = TRY(take<std::string>(key));
    if (!text) return wrong("taxonomies.missing", key);
    if (!check_text(*text, name_max, true)) return wrong("taxonomies.malformed", key);
    return std::move(*text);
  }
  Result<std::optional<std::string>> maybe_name(std::string_view key) {
    auto text = TRY(take<std::string>(key));
    if (text && !check_text(*text, name_max, true)) return wrong("taxonomies.malformed", key);
    return text;
  }
  Result<std::vector<std::string>> names(std::string_view key) {
    seen_.emplace_back(key);
    std::vector<std::string> out;
    const auto* node = table_.get(key);
    if (node == nullptr) return out;
    if (!node->is_array()) return wrong("taxonomies.malformed", key);
    for (const auto& one : *node->as_array()) {
      auto text = one.value_exact<std::string>();
      if (!text || !check_text(*text, name_max, true)) return wrong("taxonomies.malformed", key);
      out.push_back(std::move(*text));
    }
    return out;
  }
  Result<std::optional<Mark>> mark() {
    const auto word = TRY(take<std::string>("mark"));
    if (!word) return std::optional<Mark>{};
    const auto mark = named<Mark>(*word);
    if (!mark) return wrong("taxonomies.word", "mark");
    return std::optional{*mark};
  }
  Result<std::vector<const toml::table*>> tables(std::string_view key) {
    seen_.emplace_back(key);
    std::vector<const toml::table*> out;
    const auto* node = table_.get(key);
    if (node == nullptr) return out;
    if (!node->is_array()) return wrong("taxonomies.malformed", key);
    for (const auto& one : *node->as_array()) {
      if (!one.is_table()) return wrong("taxonomies.malformed", key);
      out.push_back(one.as_table());
    }
    return out;
  }
  Result<void> finish() const {
    for (const auto& [key, node] : table_)
      if (std::find(seen_.begin(), seen_.end(), key.str()) == seen_.end())
        return wrong("taxonomies.unknown_key", key.str());
    return {};
  }

 private:
  const toml::table& table_;
  const std::string& file_;
  std::string label_;
  std::vector<std::string_view> seen_;
};

bool is_word(std::string_view text) {
  return !text.empty() && text.size() <= code_max &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
         });
}

Result<std::string> word_of(Members& members, std::string_view key) {
  auto word = TRY(members.take<std::string>(key));
  if (!word) return members.wrong("taxonomies.missing", key);
  if (!is_word(*word)) return members.wrong("taxonomies.word", key);
  return std::move(*word);
}

Result<Item> read_item(Members& members, const Taxonomy& of) {
  Item out;
  out.code = TRY(word_of(members, "code"));
  members.set_label(out.code);
  out.zh = TRY(members.name("zh"));
  out.en = TRY(members.name("en"));
  out.parent = TRY(members.take<std::string>("parent"));
  out.official_code = TRY(members.maybe_name("official_code"));
  out.other_names = TRY(members.names("other_names"));
  out.care = TRY(members.names("care"));
  out.mark = TRY(members.mark()).value_or(of.mark);
  out.effective_from = TRY(members.date("effective_from")).value_or(of.effective_from);
  out.retired_on = TRY(members.date("retired_on"));
  if (out.retired_on && *out.retired_on <= out.effective_from)
    return members.wrong("taxonomies.dates", "retired_on");
  TRY(members.finish());
  return out;
}

Result<Amendment> read_amendment(Members& members) {
  Amendment out;
  out.code = TRY(word_of(members, "code"));
  members.set_label(out.code);
  out.official_code = TRY(members.maybe_name("official_code"));
  out.retired_on = TRY(members.date("retired_on"));
  TRY(members.finish());
  out.place = members.place();
  return out;
}

Result<void> read_head(Members& top, bool whole, Taxonomy& out) {
  out.name = TRY(word_of(top, "taxonomy"));
  out.zh = TRY(top.maybe_name("zh")).value_or("");
  out.en = TRY(top.maybe_name("en")).value_or("");
  out.source = TRY(top.maybe_name("source")).value_or("");
  const auto mark = TRY(top.mark());
  const auto from = TRY(top.date("effective_from"));
  const auto version = TRY(top.take<std::int64_t>("version"));
  for (const auto& [key, is_there] :
       {std::pair{"version", version.has_value()}, {"effective_from", from.has_value()}})
    if (!is_there) return top.wrong("taxonomies.missing", key);
  if (*version < 1) return top.wrong("taxonomies.malformed", "version");
  if (whole)
    for (const auto& [key, is_there] : {std::pair{"zh", !out.zh.empty()},
                                        {"en", !out.en.empty()},
                                        {"source", !out.source.empty()}})
      if (!is_there) return top.wrong("taxonomies.missing", key);
  out.mark = mark.value_or(Mark::bank);
  out.effective_from = *from;
  out.version = *version;
  return {};
}

}  // namespace

Result<Written> read_file(const File& file, bool whole) {
  toml::table document;
  try {
    document = toml::parse(file.text);
  } catch (const toml::parse_error& error) {
    return refuse(Reason::invalid, "taxonomies.malformed",
                  file.name + ":" + std::to_string(error.source().begin.line));
  }
  Members top(document, file.name);
  Written out;
  out.place = file.name + ":1";
  TRY(read_head(top, whole, out.taxonomy));
  for (const auto* table : TRY(top.tables("items"))) {
    Members members(*table, file.name);
    out.taxonomy.items.push_back(TRY(read_item(members, out.taxonomy)));
    out.places.push_back(members.place());
  }
  for (const auto* table : TRY(top.tables("amendments"))) {
    Members members(*table, file.name);
    out.amendments.push_back(TRY(read_amendment(members)));
  }
  TRY(top.finish());
  return out;
}

}  // namespace xb::taxonomies
