// Role × route × status: every route of the program against every post, and against nobody. A route
// or a post without an expectation fails.
#include <algorithm>

#include "app/access_fixture.h"
#include "app/api_fixture.h"
#include "app/holders_fixture.h"
#include "platform/exchange/jobs.h"
#include "platform/exchange/routes.h"
#include "platform/identity/organisation/service.h"
#include "platform/identity/posts.h"
#include "platform/identity/sessions.h"

namespace xb::app {
namespace {

using http::Method;

bool holds(const std::string& permission, const std::string& post) {
  return (" " + holders.at(permission) + " ").find(" " + post + " ") != std::string::npos;
}

std::string name_of_route(const http::Route& route) {
  return std::string{http::name(route.method)} + " " + route.path;
}

const Expected* expected(const http::Route& route) {
  const auto found =
      std::find_if(std::begin(expectations), std::end(expectations),
                   [&](const Expected& one) { return one.route == name_of_route(route); });
  return found == std::end(expectations) ? nullptr : &*found;
}

class Access : public AnApi {
 protected:
  Access() {
    exchange::routes(router_, targets_, jobs_);
    add_units();
  }

  void add_units() {
    const auto added = bank_.write(Actor::system(), test::monday, [&](Work& work) -> Result<void> {
      using identity::UnitKind;
      for (const auto& [code, kind] : {std::pair{"100101", UnitKind::department},
                                       {"100901", UnitKind::committee},
                                       {"100201", UnitKind::sub_branch}})
        TRY(identity::open_unit(work, {.code = identity::Code::trusted(code),
                                       .name = identity::Title::trusted(code),
                                       .name_en = {},
                                       .kind = kind,
                                       .parent_id = Id<Unit>{100},
                                       .line = {},
                                       .opened_on = {}}));
      return {};
    });
    EXPECT_TRUE(added.has_value());
  }

  static const char* unit_for(const identity::Post& post) {
    using identity::UnitKind;
    switch (post.kinds.front()) {
      case UnitKind::head_office: return "100000";
      case UnitKind::branch: return "200000";
      case UnitKind::sub_branch: return "100201";
      case UnitKind::outlet: return "210001";
      case UnitKind::department: return "100101";
      case UnitKind::committee: return "100901";
    }
    std::abort();
  }

  // A session of its own for each request, because some end it.
  Visitor visitor(Id<Person> person) {
    const std::string token = identity::new_token();
    bank_.database().write(storage::Lane::interactive, [&](storage::Transaction& tx) {
      identity::open_session(tx, test::keys(),
                             {.token_hash = identity::token_hash(token),
                              .person_id = person,
                              .created_at = now_,
                              .seen_at = now_,
                              .id = tx.new_id<identity::SessionRow>(),
                              .appointment_id = test::appointment_of(person),
                              .authenticated_at = now_,
                              .due = identity::Due::nothing,
                              .remote = {},
                              .device = {},
                              .glass_id = {},
                              .mac = {}});
      return true;
    });
    return {"__Host-sid=" + token, identity::csrf_token(test::keys(), token)};
  }

  http::Request of(const http::Route& route) {
    std::string path = route.path;
    if (const auto at = path.find("{id}"); at != std::string::npos) path.replace(at, 4, "999999");
    const bool is_get = route.method == Method::get || route.method == Method::del;
    return request(route.method, path, is_get ? "" : "{}");
  }

  const std::vector<exchange::Target> targets_ = import_targets();
  exchange::ImportJobs jobs_;
};

TEST_P(Access, EveryRouteHasItsExpectationAndIsThere) {
  std::vector<std::string> known;
  for (const auto& route : router_.routes()) {
    known.push_back(name_of_route(*route));
    EXPECT_NE(expected(*route), nullptr) << known.back() << ": who may?";
  }
  for (const Expected& one : expectations)
    EXPECT_NE(std::find(known.begin(), known.end(), one.route), known.end()) << one.route;
}

TEST_P(Access, EveryPermissionOfAPostIsMeant) {
  for (const auto& [code, post] : identity::posts())
    for (const auto& tuple : post.tuples) {
      ASSERT_TRUE(holders.contains(tuple.permission)) << tuple.permission;
      EXPECT_TRUE(holds(tuple.permission, code)) << code << " " << tuple.permission;
    }
}

// How far each post reaches; what differs from it, and from masked, is told again below.
const std::map<std::string, identity::Reach> reaches{
    {"administrator", identity::Reach::bank},
    {"auditor", identity::Reach::bank},
    {"branch_head", identity::Reach::unit},
    {"branch_officer", identity::Reach::branch},
    {"committee_chair", identity::Reach::bank},
    {"complaint_manager", identity::Reach::bank},
    {"department_head", identity::Reach::department},
    {"discipline", identity::Reach::bank},
    {"handler", identity::Reach::department},
    {"hotline_agent", identity::Reach::department},
    {"liaison", identity::Reach::unit},
    {"lobby_manager", identity::Reach::unit},
    {"officer", identity::Reach::bank},
    {"operations_manager", identity::Reach::unit},
    {"outlet_head", identity::Reach::unit},
    {"president", identity::Reach::bank},
    {"protection_head", identity::Reach::bank},
    {"security_officer", identity::Reach::bank},
    {"specialist", identity::Reach::bank},
    {"sub_branch_head", identity::Reach::unit},
    {"sub_branch_officer", identity::Reach::unit},
    {"teller", identity::Reach::unit}};

// The collection of cases is one for the whole bank. The hotline takes in for its own unit, but
// rings back, and hears tip-offs, for everybody.
identity::Reach reach_of(const std::string& post, const std::string& permission) {
  using identity::Reach;
  if (permission.starts_with("case.")) return Reach::bank;
  if (post == "hotline_agent") {
    if (permission == "complaint.register" || permission.starts_with("intake.")) return Reach::unit;
    if (permission == "complaint.call_back" || permission == "tip_off.register") return Reach::bank;
  }
  return reaches.at(post);
}

Sensitivity sensitivity_of(const std::string& post, const std::string& permission) {
  if (post == "discipline" && permission.starts_with("complaint.")) return Sensitivity::restricted;
  if (permission == "tip_off.register") return Sensitivity::masked;
  if (permission.starts_with("tip_off.")) return Sensitivity::restricted;
  return permission.ends_with(".open_personal") ? Sensitivity::personal : Sensitivity::masked;
}

TEST_P(Access, EveryPostReachesAsFarAndAsDeepAsIsMeant) {
  for (const auto& [code, post] : identity::posts())
    for (const auto& tuple : post.tuples) {
      ASSERT_TRUE(reaches.contains(code)) << code;
      EXPECT_EQ(tuple.reach, reach_of(code, tuple.permission)) << code << " " << tuple.permission;
      EXPECT_EQ(tuple.sensitivity, sensitivity_of(code, tuple.permission))
          << code << " " << tuple.permission;
    }
}

TEST_P(Access, NobodyGetsInWithoutASession) {
  for (const auto& route : router_.routes()) {
    const Expected* one = expected(*route);
    if (one == nullptr) continue;
    const std::string_view who = one->permission;
    const int wanted = who == "anyone" || who == "host" ? one->status : 401;
    EXPECT_EQ(ask(of(*route)).status, wanted) << one->route;
  }
}

TEST_P(Access, EachPostGetsWhatItHoldsAndNothingElse) {
  std::int64_t id = 400;
  for (const auto& [code, post] : identity::posts()) {
    const Id<Person> person{++id};
    const std::string login = code + "_of_table";
    hire(person, login.c_str(), code.c_str(), unit_for(post));
    for (const auto& route : router_.routes()) {
      const Expected* one = expected(*route);
      if (one == nullptr) continue;
      const std::string who = one->permission;
      const bool may = !holders.contains(who) || holds(who, code);
      http::Request asked = as(visitor(person), of(*route));
      asked.remote = code;  // a network of its own: the portal counts by them
      const auto response = ask(std::move(asked));
      EXPECT_EQ(response.status, may ? one->status : 403)
          << code << " " << one->route << " " << response.body;
      if (!may) {
        EXPECT_EQ(text(response, "code"), "permission.missing") << code << " " << one->route;
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, Access, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::app
