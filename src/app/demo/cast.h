// Who works where in the demo bank, and as whom each acts: with the scope that his post gives him.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "app/demo/dice.h"
#include "core/scope.h"
#include "platform/identity/posts.h"
#include "platform/identity/types.h"
#include "platform/storage/transaction.h"

namespace xb::app::demo {

struct Staff {
  Id<Person> id;
  Id<Appointment> appointment;
  const identity::Post* post = nullptr;
  const Unit* unit = nullptr;
  std::string number;
};

class Cast {
 public:
  Cast(storage::Transaction& tx, Date today);
  Cast(const Cast&) = delete;
  Cast& operator=(const Cast&) = delete;

  // Aborts where the bank has no such unit, or nobody at that post in it.
  const Unit& unit(std::string_view code) const;
  const Unit& unit(Id<Unit> id) const;
  const Staff& at(std::string_view post, const Unit& unit) const;
  const Staff& any(std::string_view post, const Unit& unit, Dice& dice) const;
  bool has(std::string_view post, const Unit& unit) const;

  const std::vector<const Unit*>& outlets() const { return outlets_; }
  // An outlet of this branch, or of this code, or any.
  const Unit& outlet(std::string_view branch, std::string_view code, Dice& dice) const;

  // As the bank's own words know where its customers live.
  const std::string& region_of(const Unit& outlet) const { return unit(outlet.branch_id).name; }

  // A branch and its city have the same name.
  std::string city_of(const Unit& outlet) const {
    constexpr std::size_t two_characters = 6;
    return region_of(outlet).substr(0, two_characters) + "市";
  }

  // Aborts where the post does not allow it.
  Actor actor(const Staff& staff, std::string_view permission, Date today) const;

 private:
  std::vector<Unit> units_;
  std::vector<const Unit*> outlets_;  // open ones
  std::map<std::pair<std::string, std::int64_t>, std::vector<Staff>, std::less<>> staff_;
};

}  // namespace xb::app::demo
