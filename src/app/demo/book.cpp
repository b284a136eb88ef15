#include "app/demo/book.h"

#include <algorithm>

#include <toml++/toml.h>

#include "core/assets.h"
#include "core/ensure.h"

namespace xb::app::demo {
namespace {

toml::table shipped(std::string_view path) {
  const auto bytes = asset(path);
  ensure(bytes.has_value(), "the demo's texts do not ship");
  return toml::parse(*bytes);
}

std::vector<std::string> strings(const toml::node_view<const toml::node>& view) {
  std::vector<std::string> out;
  if (const auto* array = view.as_array())
    for (const auto& element : *array) out.push_back(element.value_or(std::string{}));
  return out;
}

// Reads the members of a table.
class Reader {
 public:
  explicit Reader(const toml::table& table) : table_(table) {}

  std::string text(std::string_view key) const { return table_[key].value_or(std::string{}); }
  std::int64_t number(std::string_view key) const { return table_[key].value_or(std::int64_t{0}); }
  double share(std::string_view key, double otherwise) const {
    return table_[key].value_or(otherwise);
  }
  bool is(std::string_view key) const { return table_[key].value_or(false); }
  std::vector<std::string> list(std::string_view key) const { return strings(table_[key]); }
  // One string, or several.
  std::vector<std::string> texts(std::string_view key) const {
    if (table_[key].is_string()) return {text(key)};
    return list(key);
  }
  std::int64_t item(std::string_view key, std::size_t at) const {
    return table_[key][at].value_or(std::int64_t{0});
  }

 private:
  const toml::table& table_;
};

void read(const Reader& from, Matter& out) {
  out.code = from.text("code");
  out.weight = from.share("weight", 0);
  out.business = from.text("business");
  out.cause = from.text("cause");
  out.via = from.text("via");
  out.product = from.text("product");
  out.kind = from.text("kind");
  out.tier = from.text("tier");
  out.by = from.text("by");
  out.rights = from.list("rights");
  out.claims = from.list("claims");
  out.groups = from.list("groups");
  out.claim = from.text("claim");
  out.summary = from.text("summary");
  out.told = from.texts("told");
  out.own = from.texts("own");
  out.cleared = from.texts("cleared");
  out.goodwill = from.text("goodwill");
  out.spot = from.text("spot");
  out.refusal = from.text("refusal");
  out.basis_cleared = from.text("basis_cleared");
  out.found = from.text("found");
  out.decide = from.text("decide");
  out.basis = from.text("basis");
  out.root = from.text("root");
  out.amount_from = from.item("amount", 0);
  out.amount_to = from.item("amount", 1);
  out.amount_step = from.item("amount", 2);
  out.pays = from.share("pays", 0);
  out.pays_from = from.item("pays_yuan", 0);
  out.pays_to = from.item("pays_yuan", 1);
  out.is_blameless = from.is("is_blameless");
  out.is_mild = from.is("is_mild");
  out.is_about_staff = from.is("accused");
  out.has_footage = from.is("cctv");
}

Original original_of(const Reader& from) {
  Original out;
  read(from, out);
  out.number = from.number("number");
  out.ago = from.number("ago");
  out.takes = from.number("takes");
  out.finding = from.text("finding");
  out.source = from.text("source");
  out.channel = from.text("channel");
  out.unit = from.text("unit");
  out.text = from.text("text");
  out.amount_fen = from.number("amount_fen");
  out.pays_fen = from.number("pays_fen");
  out.is_settled_at_once = from.is("is_spot");
  out.is_extended = from.is("is_extend");
  out.is_mediated = from.is("is_mediation");
  out.is_appraised = from.is("is_appraisal");
  return out;
}

Other other_of(const Reader& from) {
  Other out;
  read(from, out);
  if (out.by.empty()) out.by = "outlet";
  out.text = from.text("text");
  out.answer = from.text("answer");
  out.instead = from.text("to");
  out.wants_papers = from.is("papers");
  return out;
}

template <class Take>
void each(const toml::table& table, std::string_view name, const Take& take) {
  const auto* array = table[name].as_array();
  ensure(array != nullptr, "the demo's texts are not whole");
  for (const auto& node : *array) take(Reader{*node.as_table()});
}

Book load() {
  Book out;
  each(shipped("data/demo/matters.toml"), "matter",
       [&](const Reader& from) { read(from, out.matters.emplace_back()); });
  each(shipped("data/demo/originals.toml"), "original",
       [&](const Reader& from) { out.originals.push_back(original_of(from)); });
  each(shipped("data/demo/waves.toml"), "wave", [&](const Reader& from) {
    out.waves.push_back({.matter = from.text("matter"),
                         .branch = from.text("branch"),
                         .unit = from.text("unit"),
                         .from = from.number("from"),
                         .until = from.number("until"),
                         .share = from.share("share", 0),
                         .times = from.share("times", 1),
                         .since = from.number("since"),
                         .is_only = from.is("only"),
                         .told = from.list("told"),
                         .own = from.list("own")});
  });
  const auto phrases = shipped("data/demo/phrases.toml");
  for (const auto& [name, node] : phrases) {
    if (name.str() == "lesson") continue;
    out.phrases[std::string{name.str()}] = strings(phrases[name.str()]);
  }
  const auto others = shipped("data/demo/others.toml");
  for (const auto& [kind, node] : others)
    each(others, kind.str(), [&](const Reader& from) {
      out.others[std::string{kind.str()}].push_back(other_of(from));
    });
  each(phrases, "lesson", [&](const Reader& from) {
    out.lessons.push_back({from.text("title"), from.text("business"), from.text("cause"),
                           from.text("facts"), from.text("right"), from.text("wrong"),
                           from.text("wording"), from.number("from"), from.number("to")});
  });
  const auto names = shipped("data/demo/names.toml");
  out.surnames = strings(names["surnames"]);
  out.given_names = strings(names["given_names"]);
  out.streets = strings(names["streets"]);
  return out;
}

}  // namespace

const std::vector<std::string>& Book::phrase(std::string_view name) const {
  const auto found = phrases.find(name);
  ensure(found != phrases.end() && !found->second.empty(), "the demo lacks a phrase");
  return found->second;
}

const Matter& Book::matter(std::string_view code) const {
  const auto found = std::find_if(matters.begin(), matters.end(),
                                  [&](const Matter& one) { return one.code == code; });
  ensure(found != matters.end(), "the demo lacks a matter");
  return *found;
}

const std::vector<Other>& Book::other(std::string_view kind) const {
  const auto found = others.find(kind);
  ensure(found != others.end(), "the demo knows nothing of this kind");
  return found->second;
}

const Wave* Book::only_wave(const Matter& matter) const {
  const auto found = std::find_if(waves.begin(), waves.end(), [&](const Wave& one) {
    return one.is_only && one.matter == matter.code;
  });
  return found == waves.end() ? nullptr : &*found;
}

const Original& Book::original(std::int64_t number) const {
  const auto found = std::find_if(originals.begin(), originals.end(),
                                  [&](const Original& one) { return one.number == number; });
  ensure(found != originals.end(), "the demo lacks an original");
  return *found;
}

const Book& book() {
  static const Book out = load();
  return out;
}

}  // namespace xb::app::demo
