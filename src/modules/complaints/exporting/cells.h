// How a list of complaints stands in a table: in codes for programs, or in words for people.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/texts.h"
#include "modules/complaints/reading/service.h"

namespace xb::complaints {

// Without a language: the members of the API by their names, codes and instants in UTC. With one:
// names of classifications, units and people, times of the zone, and no ids.
class Cells {
 public:
  Cells(const taxonomies::Book& book, Zone zone, std::optional<Language> language)
      : book_(book), zone_(zone), language_(language) {}

  std::vector<std::string> header() const;
  std::vector<std::string> row(storage::Transaction& tx, const ComplaintItem& item);

 private:
  bool leaves_out(std::string_view member) const;
  std::string word(const std::string& code) const;
  std::string item_name(std::string_view taxonomy, const std::string& code) const;
  std::string list_of(std::string_view member, const Codes& codes) const;
  std::string time(Instant at) const;
  std::string unit(storage::Transaction& tx, Id<Unit> id);
  std::string person(storage::Transaction& tx, Id<Person> id);
  template <class T>
  std::string cell(storage::Transaction& tx, std::string_view member, const T& value);

  const taxonomies::Book& book_;
  Zone zone_;
  std::optional<Language> language_;
  std::map<std::int64_t, std::string> units_;
  std::map<std::int64_t, std::string> people_;
};

}  // namespace xb::complaints
