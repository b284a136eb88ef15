// The demo bank's tree and people: 江澜银行, invented. Names of units stand in data/demo/bank.toml;
// most people are drawn, always the same.
#pragma once

#include <string>
#include <vector>

#include "platform/identity/posts.h"
#include "platform/identity/types.h"
#include "platform/storage/work.h"

namespace xb::app {

// Somebody who can sign in after `init`.
struct FirstPerson {
  Id<Person> id;
  std::string login;
  const identity::Post* post = nullptr;
  std::string unit;
};

FirstPerson add_first_person(Work& work, const char* staff_no, const char* login, const char* name,
                             const char* post, const Unit& unit);

inline constexpr std::size_t demo_people = 640;
inline constexpr std::size_t demo_logins = 17;

// Makes all units and people, without entries. Of each post of interest one can sign in.
std::vector<FirstPerson> people_of_demo_bank(Work& work);

}  // namespace xb::app
