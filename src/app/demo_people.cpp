#include "app/demo_people.h"

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include <toml++/toml.h>

#include "core/assets.h"
#include "core/ensure.h"
#include "platform/identity/organisation/service.h"
#include "platform/identity/people/service.h"
#include "platform/sealing/rows.h"

namespace xb::app {
namespace {

using identity::AppointmentKind;
using identity::UnitKind;

toml::table shipped(std::string_view path) {
  const auto bytes = asset(path);
  ensure(bytes.has_value(), "the demo's names do not ship");
  return toml::parse(*bytes);
}

std::string text(const toml::node& node) { return node.value_or(std::string{}); }
std::string text(const toml::table& table, std::string_view key) {
  return table[key].value_or(std::string{});
}

Date day(const toml::table& table, std::string_view key) {
  const auto out = parse_date(text(table, key));
  ensure(out.has_value(), "the demo names no day");
  return *out;
}

// `name|English name`.
std::string chinese(const std::string& both) { return both.substr(0, both.find('|')); }
std::string english(const std::string& both) { return both.substr(both.find('|') + 1); }

std::string code_of(std::int64_t number) { return std::to_string(number); }

template <class T>
T taken(Result<T> result) {
  ensure(result.has_value(), "the demo bank is refused");
  return std::move(*result);
}

class Founder {
 public:
  explicit Founder(Work& work) : work_(work), bank_(shipped("data/demo/bank.toml")) {
    const auto names = shipped("data/demo/names.toml");
    for (const auto& one : *names["surnames"].as_array()) surnames_.push_back(text(one));
    for (const auto& one : *names["given_names"].as_array()) given_names_.push_back(text(one));
  }

  std::vector<FirstPerson> found() {
    add_units();
    tell_history();
    staff_head_office();
    for (const Unit& unit : units_) staff(unit);
    add_committees();
    staff_handlers();
    ensure(staff_no_ == 100'000 + demo_people, "the demo bank has not as many people as it should");
    ensure(logins_.size() == demo_logins, "the demo bank has not the posts it should");
    return std::move(logins_);
  }

 private:
  Unit add(std::int64_t code, const std::string& names, UnitKind kind, Id<Unit> parent,
           const std::string& line, Date opened_on) {
    identity::NewUnit unit{.code = identity::Code::trusted(code_of(code)),
                           .name = identity::Title::trusted(chinese(names)),
                           .name_en = identity::Title::trusted(english(names)),
                           .kind = kind,
                           .parent_id = {},
                           .line = Text<100>::trusted(line),
                           .opened_on = opened_on};
    if (parent) unit.parent_id = parent;
    units_.push_back(taken(identity::add_unit(work_, unit)));
    return units_.back();
  }

  // Somewhere between 1996 and 2016.
  Date draw_day() {
    return Date{std::chrono::sys_days{std::chrono::year{1996} / 1 / 8}} +
           std::chrono::days{static_cast<int>(below(7300))};
  }

  void add_units() {
    const Date first = *parse_date("1996-01-08");
    const Unit head = add(100'000, text(bank_, "name"), UnitKind::head_office, {}, "", first);
    std::int64_t code = 100'100;
    for (const auto& node : *bank_["departments"].as_array()) {
      const auto& table = *node.as_table();
      add(++code, text(table, "name"), UnitKind::department, head.id, text(table, "line"), first);
    }
    code = 100'900;
    for (const auto& node : *bank_["committees"].as_array())
      add(++code, text(node), UnitKind::committee, head.id, "", *parse_date("2015-12-01"));
    code = 100'000;
    for (const auto& node : *bank_["branch"].as_array())
      add_branch(*node.as_table(), code += 100'000, head.id);
  }

  void add_branch(const toml::table& table, std::int64_t code, Id<Unit> head) {
    const Unit branch = add(code, text(table, "name"), UnitKind::branch, head, "", draw_day());
    code += 9'000;
    for (const auto& node : *table["sub_branches"].as_array()) {
      code += 1'000;
      std::int64_t number = code;
      Id<Unit> sub_branch;
      for (const auto& name : *node.as_array()) {
        if (sub_branch)
          add(number, text(name), UnitKind::outlet, sub_branch, "", draw_day());
        else
          sub_branch =
              add(number, text(name), UnitKind::sub_branch, branch.id, "", branch.opened_on).id;
        ++number;
      }
    }
  }

  const Unit& unit(std::string_view code) const {
    const auto found = std::find_if(units_.begin(), units_.end(),
                                    [&](const Unit& one) { return one.code == code; });
    ensure(found != units_.end(), "the demo bank has no such unit");
    return *found;
  }

  // One outlet was closed and one was renamed, both before or while the story is told: so they
  // stand in the periods and leave no entries out of their time.
  void tell_history() {
    for (const auto& node : *bank_["closed"].as_array()) {
      const auto& table = *node.as_table();
      Unit closed = add(std::stoll(text(table, "code")), text(table, "name"), UnitKind::outlet,
                        unit(text(table, "under")).id, "", day(table, "opened_on"));
      units_.pop_back();
      closed.closed_on = day(table, "closed_on");
      identity::update(work_.tx, closed);
      auto period = identity::open_period(work_.tx, closed.id).value();
      period.until_on = *closed.closed_on + std::chrono::days{-1};
      period.reason = text(table, "reason");
      identity::update(work_.tx, period);
    }
    for (const auto& node : *bank_["renamed"].as_array()) {
      const auto& table = *node.as_table();
      auto before = identity::open_period(work_.tx, unit(text(table, "code")).id).value();
      auto after = before;
      after.id = work_.new_id<identity::UnitPeriod>();
      after.since_on = day(table, "on");
      after.reason = text(table, "reason");
      before.until_on = after.since_on + std::chrono::days{-1};
      before.name = chinese(text(table, "from"));
      before.name_en = english(text(table, "from"));
      identity::update(work_.tx, before);
      identity::insert(work_.tx, after);
    }
  }

  void appoint(Id<Person> person, const char* post, const Unit& unit, AppointmentKind kind) {
    taken(identity::add_appointment(
        work_, person,
        {Text<40, Presence::required>::trusted(post), unit.id, kind, unit.opened_on, {}}));
  }

  Id<Person> hire(const char* post, const Unit& unit, const char* name = "") {
    const bool is_login = *name != '\0';
    const std::string staff_no = code_of(++staff_no_);
    identity::NewPerson person{.staff_no = identity::StaffNo::trusted(staff_no),
                               .login = {},
                               .name = identity::Title::trusted(is_login ? name : draw_name()),
                               .identity_number = {},
                               .appointment = {}};
    if (is_login) person.login = identity::LoginName::trusted(post);
    const auto key = sealing::new_key(work_);
    const Id<Person> id = taken(identity::add_person(work_, person, key)).id;
    appoint(id, post, unit, AppointmentKind::main);
    if (is_login) logins_.push_back({id, post, identity::find_post(post), unit.name});
    return id;
  }

  void staff_head_office() {
    president_ = hire("president", unit("100000"));
    const Unit& protection = unit("100101");
    protection_head_ = hire("protection_head", protection, "顾承泽");
    hire("officer", protection, "陆明远");
    for (int i = 0; i < 3; ++i) hire("complaint_manager", protection);
    for (int i = 0; i < 4; ++i) hire("specialist", protection);
    hire("administrator", unit("100113"), "韩立群");
    hire("security_officer", unit("100113"), "梁思齐");
    hire("auditor", unit("100112"), "许静仪");
    hire("auditor", unit("100112"));
    hire("discipline", unit("100117"), "秦正堂");
    hire("discipline", unit("100117"));
    hire("hotline_agent", unit("100106"), "方若琳");
    for (int i = 0; i < 5; ++i) hire("hotline_agent", unit("100106"));
    hire("handler", unit("100103"), "唐嘉树");
    hire("teller", unit("210001"), "沈知夏");
  }

  // Those that each unit of a kind has; of a few one knows the names.
  void staff(const Unit& of) {
    const bool is_donghu = of.code == "210001";
    switch (of.kind) {
      case UnitKind::outlet:
        hire("outlet_head", of, is_donghu ? "周廷轩" : "");
        hire("operations_manager", of, is_donghu ? "蒋文瑾" : "");
        hire("lobby_manager", of, is_donghu ? "苏念慈" : "");
        hire("liaison", of, is_donghu ? "丁雨航" : "");
        return;
      case UnitKind::sub_branch:
        hire("sub_branch_head", of);
        hire("sub_branch_officer", of, of.code == "210000" ? "潘若曦" : "");
        return;
      case UnitKind::branch:
        hire("branch_head", of, of.code == "200000" ? "魏长风" : "");
        hire("branch_officer", of, of.code == "200000" ? "罗予安" : "");
        return;
      case UnitKind::department:
        if (of.code != "100101") hire("department_head", of, of.code == "100103" ? "贺知行" : "");
        return;
      case UnitKind::head_office:
      case UnitKind::committee: return;
    }
  }

  void add_committees() {
    for (const char* committee : {"100901", "100902"}) {
      appoint(president_, "committee_chair", unit(committee), AppointmentKind::part_time);
      appoint(protection_head_, "committee_member", unit(committee), AppointmentKind::part_time);
    }
  }

  // The departments that most complaints are dispatched to, until the bank has its people.
  void staff_handlers() {
    const char* busy[] = {"100104", "100103", "100102", "100105", "100106", "100107", "100118"};
    for (std::size_t i = 0; staff_no_ < 100'000 + static_cast<std::int64_t>(demo_people); ++i)
      hire("handler", unit(busy[i % std::size(busy)]));
  }

  std::uint64_t below(std::uint64_t limit) { return random_() % limit; }

  // Nobody is called like another.
  std::string draw_name() {
    for (;;) {
      std::string name =
          surnames_[below(surnames_.size())] + given_names_[below(given_names_.size())];
      if (names_.insert(name).second) return name;
    }
  }

  Work& work_;
  const toml::table bank_;
  std::vector<std::string> surnames_, given_names_;
  std::set<std::string> names_;
  std::vector<Unit> units_;  // the open ones
  std::int64_t staff_no_ = 100'000;
  Id<Person> president_, protection_head_;
  std::vector<FirstPerson> logins_;
  std::mt19937_64 random_{20261121};
};

}  // namespace

FirstPerson add_first_person(Work& work, const char* staff_no, const char* login, const char* name,
                             const char* post, const Unit& unit) {
  const auto key = sealing::new_key(work);
  const Person person =
      taken(identity::add_person(work,
                                 {.staff_no = identity::StaffNo::trusted(staff_no),
                                  .login = identity::LoginName::trusted(login),
                                  .name = identity::Title::trusted(name),
                                  .identity_number = {},
                                  .appointment = {}},
                                 key));
  taken(identity::add_appointment(
      work, person.id,
      {Text<40, Presence::required>::trusted(post), unit.id, AppointmentKind::main, {}, {}}));
  return {person.id, login, identity::find_post(post), unit.name};
}

std::vector<FirstPerson> people_of_demo_bank(Work& work) { return Founder(work).found(); }

}  // namespace xb::app
