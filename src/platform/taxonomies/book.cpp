#include "platform/taxonomies/book.h"

#include <algorithm>
#include <set>

#include "core/assets.h"
#include "platform/taxonomies/reading.h"

namespace xb::taxonomies {
namespace {

// 64-bit FNV-1a, cut to what JSON's integers hold.
constexpr std::uint64_t hash_start = 14695981039346656037ull;
std::uint64_t hashed(std::uint64_t hash, std::string_view text) {
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ull;
  return hash;
}

bool lives_within(const Item& child, const Item& parent) {
  if (child.effective_from < parent.effective_from) return false;
  return !parent.retired_on || (child.retired_on && *child.retired_on <= *parent.retired_on);
}

// Parents before their children, as they stand in the file among their likes.
Result<std::vector<Item>> ordered(std::vector<Item> items, const std::vector<std::string>& places) {
  std::vector<Item> out;
  std::set<std::string, std::less<>> done;
  std::vector<bool> is_taken(items.size());
  for (bool moves = true; moves;) {
    moves = false;
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (is_taken[i] || (items[i].parent && !done.contains(*items[i].parent))) continue;
      is_taken[i] = moves = true;
      done.insert(items[i].code);
      out.push_back(std::move(items[i]));
    }
  }
  for (std::size_t i = 0; i < items.size(); ++i)
    if (!is_taken[i]) return refuse(Reason::invalid, "taxonomies.cycle", places[i]);
  return out;
}

Result<void> amend(Taxonomy& taxonomy, const std::vector<Amendment>& amendments) {
  for (const Amendment& one : amendments) {
    const auto at = std::find_if(taxonomy.items.begin(), taxonomy.items.end(),
                                 [&](const Item& item) { return item.code == one.code; });
    if (at == taxonomy.items.end())
      return refuse(Reason::invalid, "taxonomies.unknown_item", one.place);
    if (one.official_code) at->official_code = one.official_code;
    if (one.retired_on) at->retired_on = one.retired_on;
    if (at->retired_on && *at->retired_on <= at->effective_from)
      return refuse(Reason::invalid, "taxonomies.dates", one.place);
  }
  return {};
}

// Codes once, parents that are there, and no item outside its parent's days. A parent that the bank
// retires takes its children with it.
Result<void> check_items(Taxonomy& taxonomy, const std::vector<std::string>& places) {
  std::map<std::string_view, Item*> codes;
  for (std::size_t i = 0; i < taxonomy.items.size(); ++i)
    if (!codes.emplace(taxonomy.items[i].code, &taxonomy.items[i]).second)
      return refuse(Reason::invalid, "taxonomies.double_code", places[i]);
  for (std::size_t i = 0; i < taxonomy.items.size(); ++i) {
    Item& item = taxonomy.items[i];
    if (!item.parent) continue;
    const auto parent = codes.find(*item.parent);
    if (parent == codes.end())
      return refuse(Reason::invalid, "taxonomies.unknown_parent", places[i]);
    if (!lives_within(item, *parent->second))
      return refuse(Reason::invalid, "taxonomies.dates", places[i]);
  }
  return {};
}

void retire_children(Taxonomy& taxonomy) {
  std::map<std::string_view, const Item*> codes;
  for (Item& item : taxonomy.items) {
    const auto parent = item.parent ? codes.find(*item.parent) : codes.end();
    if (parent != codes.end() && parent->second->retired_on) {
      const Date last = *parent->second->retired_on;
      item.retired_on = std::min(item.retired_on.value_or(last), last);
    }
    codes.emplace(item.code, &item);
  }
}

}  // namespace

Result<Book> Book::read(std::span<const File> shipped, std::span<const File> own) {
  Book out;
  for (const File& file : shipped) TRY(out.take(file, false));
  for (const File& file : own) TRY(out.take(file, true));
  std::uint64_t hash = hash_start;
  for (const auto files : {shipped, own})
    for (const File& file : files) hash = hashed(hash, file.text);
  out.version_ = static_cast<std::int64_t>(hash & ((1ull << 52) - 1));
  for (std::size_t i = 0; i < out.taxonomies_.size(); ++i) TRY(out.index(i));
  return out;
}

Result<void> Book::take(const File& file, bool is_own) {
  Written written = TRY(read_file(file, !is_own));
  const auto known = places_.find(written.taxonomy.name);
  if (known == places_.end()) {
    if (is_own) written = TRY(read_file(file, true));
    if (is_own) std::swap(written.taxonomy.own_version, written.taxonomy.version);
    if (!written.amendments.empty())
      return refuse(Reason::invalid, "taxonomies.unknown_item", written.amendments[0].place);
    TRY(check_items(written.taxonomy, written.places));
    written.taxonomy.items = TRY(ordered(std::move(written.taxonomy.items), written.places));
    places_.emplace(written.taxonomy.name, taxonomies_.size());
    taxonomies_.push_back(std::move(written.taxonomy));
    return {};
  }
  Taxonomy& taxonomy = taxonomies_[known->second];
  if (!is_own || taxonomy.own_version != 0)
    return refuse(Reason::invalid, "taxonomies.double_code", written.place);
  taxonomy.own_version = written.taxonomy.version;
  TRY(amend(taxonomy, written.amendments));
  retire_children(taxonomy);
  std::vector<std::string> places(taxonomy.items.size(), written.place);
  for (std::size_t i = 0; i < written.places.size(); ++i) {
    taxonomy.items.push_back(std::move(written.taxonomy.items[i]));
    places.push_back(std::move(written.places[i]));
  }
  TRY(check_items(taxonomy, places));
  taxonomy.items = TRY(ordered(std::move(taxonomy.items), places));
  return {};
}

// A path of names means its item. A name that two items have means neither; another name must mean
// one.
Result<void> Book::index(std::size_t at) {
  const Taxonomy& taxonomy = taxonomies_[at];
  Index out;
  std::map<std::string, std::size_t, std::less<>> paths;
  std::vector<std::string> path_of(taxonomy.items.size());
  std::set<std::string> ambiguous;
  const auto add = [&](const std::string& name, std::size_t item) {
    const auto [known, is_new] = out.names.emplace(name, item);
    const bool is_clear = is_new || known->second == item;
    if (!is_clear) ambiguous.insert(name);
    return is_clear;
  };
  for (std::size_t i = 0; i < taxonomy.items.size(); ++i) {
    const Item& item = taxonomy.items[i];
    out.codes.emplace(item.code, i);
    path_of[i] = item.parent ? path_of[out.codes.at(*item.parent)] + "-" + item.zh : item.zh;
    paths.emplace(path_of[i], i);
    add(item.zh, i);
    add(item.en, i);
    for (const std::string& name : item.other_names)
      if (!add(name, i))
        return refuse(Reason::invalid, "taxonomies.double_name",
                      taxonomy.name + " " + item.code + " " + name);
    for (const std::string& care : item.care)
      if (this->item("care", care) == nullptr)
        return refuse(Reason::invalid, "taxonomies.unknown_item",
                      taxonomy.name + " " + item.code + " care " + care);
  }
  for (const std::string& name : ambiguous) out.names.erase(name);
  for (const auto& [path, item] : paths) out.names[path] = item;
  indexes_.push_back(std::move(out));
  return {};
}

const Book::Index* Book::index_of(std::string_view taxonomy) const {
  const auto at = places_.find(taxonomy);
  return at == places_.end() || at->second >= indexes_.size() ? nullptr : &indexes_[at->second];
}

const Taxonomy* Book::find(std::string_view taxonomy) const {
  const auto at = places_.find(taxonomy);
  return at == places_.end() ? nullptr : &taxonomies_[at->second];
}

const Item* Book::item(std::string_view taxonomy, std::string_view code) const {
  const Index* index = index_of(taxonomy);
  if (index == nullptr) return nullptr;
  const auto at = index->codes.find(code);
  return at == index->codes.end() ? nullptr : &find(taxonomy)->items[at->second];
}

const Item* Book::known_as(std::string_view taxonomy, std::string_view text) const {
  if (const Item* found = item(taxonomy, text)) return found;
  const Index* index = index_of(taxonomy);
  if (index == nullptr) return nullptr;
  const auto at = index->names.find(text);
  return at == index->names.end() ? nullptr : &find(taxonomy)->items[at->second];
}

Result<std::string> Book::choose(std::string_view taxonomy, std::string_view text, Date day) const {
  const Item* found = known_as(taxonomy, text);
  if (found == nullptr) return refuse(Reason::invalid, "taxonomy.unknown");
  if (day < found->effective_from || (found->retired_on && day >= *found->retired_on))
    return refuse(Reason::invalid, "taxonomy.retired");
  return found->code;
}

std::string_view Book::top_of(std::string_view taxonomy, std::string_view code) const {
  const Item* at = item(taxonomy, code);
  while (at != nullptr && at->parent) at = item(taxonomy, *at->parent);
  return at == nullptr ? std::string_view{} : std::string_view{at->code};
}

std::vector<std::string> Book::below(std::string_view taxonomy, std::string_view code) const {
  std::vector<std::string> out;
  if (item(taxonomy, code) == nullptr) return out;
  std::set<std::string_view> above{code};
  for (const Item& one : find(taxonomy)->items) {
    if (one.code != code && !(one.parent && above.contains(*one.parent))) continue;
    above.insert(one.code);
    out.push_back(one.code);
  }
  return out;
}

std::size_t Book::rank(std::string_view taxonomy, std::string_view code) const {
  const Index* index = index_of(taxonomy);
  if (index == nullptr) return SIZE_MAX;
  const auto at = index->codes.find(code);
  return at == index->codes.end() ? SIZE_MAX : at->second;
}

std::vector<File> shipped() {
  constexpr std::string_view folder = "data/taxonomies/";
  std::vector<File> out;
  for (const Asset& file : assets(folder))
    out.push_back({std::string{file.path.substr(folder.size())}, file.bytes});
  return out;
}

}  // namespace xb::taxonomies
