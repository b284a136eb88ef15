// All taxonomies of a bank: those that ship (data/taxonomies) with the bank's own items beside
// them. docs/formats/taxonomies.md has the format. Pure.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "platform/taxonomies/types.h"

namespace xb::taxonomies {

// A file: its name, for places, and its text.
struct File {
  std::string name;
  std::string_view text;
};

class Book {
 public:
  // A file of the bank adds items to a shipped taxonomy, amends shipped ones (official code, end)
  // or is a taxonomy of its own. Refuses with taxonomies.malformed, taxonomies.unknown_key,
  // taxonomies.missing, taxonomies.word, taxonomies.double_code, taxonomies.unknown_parent,
  // taxonomies.cycle, taxonomies.dates, taxonomies.unknown_item or taxonomies.double_name; the
  // field is the place: file, line and code.
  static Result<Book> read(std::span<const File> shipped, std::span<const File> own);

  const std::vector<Taxonomy>& all() const { return taxonomies_; }
  const Taxonomy* find(std::string_view taxonomy) const;
  const Item* item(std::string_view taxonomy, std::string_view code) const;

  // The item with this code, name (zh or en), path of names (`贷款-个人住房贷款`) or other name.
  const Item* known_as(std::string_view taxonomy, std::string_view text) const;

  // The code of what may be chosen on `day`. Refuses with taxonomy.unknown or taxonomy.retired, the
  // latter also before its first day.
  Result<std::string> choose(std::string_view taxonomy, std::string_view text, Date day) const;

  // The coarsest item above this one, or itself; empty for a code that is unknown.
  std::string_view top_of(std::string_view taxonomy, std::string_view code) const;
  // This code and all finer ones.
  std::vector<std::string> below(std::string_view taxonomy, std::string_view code) const;
  // Where it stands in its taxonomy; behind all for a code that is unknown.
  std::size_t rank(std::string_view taxonomy, std::string_view code) const;

  // Another number for any other content: the ETag of what is shown.
  std::int64_t version() const { return version_; }

 private:
  struct Index {
    std::map<std::string, std::size_t, std::less<>> codes;  // to the place in items
    std::map<std::string, std::size_t, std::less<>> names;  // those that mean one item
  };
  Result<void> take(const File& file, bool is_own);
  Result<void> index(std::size_t at);
  const Index* index_of(std::string_view taxonomy) const;

  std::vector<Taxonomy> taxonomies_;
  std::map<std::string, std::size_t, std::less<>> places_;
  std::vector<Index> indexes_;  // one for each taxonomy
  std::int64_t version_ = 0;
};

// The files that ship.
std::vector<File> shipped();

}  // namespace xb::taxonomies
