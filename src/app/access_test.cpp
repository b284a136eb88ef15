// Role × route × status: every route of the program against every post, and against nobody. A route
// or a post without an expectation fails.
#include <algorithm>

#include "app/api_fixture.h"
#include "platform/exchange/jobs.h"
#include "platform/exchange/routes.h"
#include "platform/identity/organisation/service.h"
#include "platform/identity/posts.h"
#include "platform/identity/sessions.h"

namespace xb::app {
namespace {

using http::Method;

// Who may, and what those get who ask for nothing real: ids are 999999, bodies `{}`.
struct Expected {
  const char* route;
  const char* permission;  // `anyone`, `somebody` who is signed in, `host`, or a permission's name
  int status;
};

constexpr Expected expectations[] = {
    {"POST /api/session", "anyone", 422},
    {"POST /api/session/reset", "anyone", 422},
    {"GET /api/session", "somebody", 200},
    {"DELETE /api/session", "somebody", 204},
    {"POST /api/session/second_factor", "somebody", 200},
    {"POST /api/session/second_factor/confirmation", "somebody", 422},
    {"POST /api/session/appointment", "somebody", 422},
    {"POST /api/session/authentication", "somebody", 422},
    {"POST /api/session/password", "somebody", 422},
    {"GET /api/sessions", "somebody", 200},
    {"POST /api/sessions/{id}/end", "somebody", 404},
    {"GET /api/people/{id}/sessions", "sessions.end", 404},
    {"POST /api/people/{id}/sessions/end", "sessions.end", 404},
    {"GET /api/organisation", "somebody", 200},
    {"GET /api/organisation/units/{id}", "somebody", 404},
    {"POST /api/organisation/units", "organisation.change", 422},
    {"POST /api/organisation/units/{id}/move", "organisation.change", 422},
    {"POST /api/organisation/units/{id}/renaming", "organisation.change", 422},
    {"POST /api/organisation/units/{id}/closure", "organisation.change", 422},
    {"POST /api/organisation/jurisdictions", "organisation.change", 422},
    {"POST /api/organisation/jurisdictions/{id}/end", "organisation.change", 404},
    {"GET /api/people", "somebody", 200},
    {"POST /api/people/search", "somebody", 422},
    {"GET /api/people/{id}", "somebody", 404},
    {"POST /api/people", "people.appoint", 422},
    {"POST /api/people/{id}/change", "people.change", 422},
    {"POST /api/people/{id}/suspension", "people.change", 422},
    {"POST /api/people/{id}/reinstatement", "people.appoint", 422},
    {"POST /api/people/{id}/leaving", "people.appoint", 422},
    {"POST /api/people/{id}/appointments", "people.appoint", 422},
    {"POST /api/people/{id}/transfer", "people.appoint", 422},
    {"POST /api/appointments/{id}/end", "people.appoint", 404},
    {"POST /api/appointments/{id}/grants", "people.grant", 422},
    {"POST /api/grants/{id}/end", "people.grant", 404},
    {"POST /api/people/{id}/substitutes", "people.substitute", 422},
    {"POST /api/substitutes", "somebody", 422},
    {"GET /api/substitutes", "somebody", 200},
    {"POST /api/substitutes/{id}/end", "somebody", 404},
    {"GET /api/posts", "somebody", 200},
    {"POST /api/people/{id}/resets", "people.reset", 422},
    {"GET /api/resets", "people.approve_reset", 200},
    {"POST /api/resets/{id}/approval", "people.approve_reset", 404},
    {"POST /api/resets/{id}/refusal", "people.approve_reset", 404},
    {"POST /admin/administrators", "host", 404},
    {"POST /admin/recoveries", "host", 404},
    {"POST /api/break_glass", "somebody", 422},
    {"GET /api/break_glass", "break_glass.read", 200},
    {"POST /api/break_glass/{id}/ruling", "break_glass.rule", 422},
    {"POST /api/complaints", "complaint.register", 422},
    {"GET /api/complaints", "complaint.read", 200},
    {"GET /api/complaints/counts", "complaint.read", 200},
    {"POST /api/complaints/search", "complaint.search", 422},
    {"POST /api/complaints/export", "complaint.export", 200},
    {"POST /admin/complaints/export", "host", 404},
    {"GET /api/complaints/{id}", "complaint.read", 404},
    {"GET /api/complaints/{id}/timeline", "complaint.read", 404},
    {"POST /api/complaints/{id}/acceptance", "complaint.triage", 404},
    {"POST /api/complaints/{id}/redirection", "complaint.triage", 422},
    {"POST /api/complaints/{id}/refusal", "complaint.triage", 422},
    {"POST /api/complaints/{id}/assignment", "complaint.assign", 404},
    {"POST /api/complaints/{id}/takeover", "complaint.handle", 404},
    {"GET /api/complaints/{id}/contacts", "complaint.read", 404},
    {"POST /api/complaints/{id}/contacts", "complaint.contact", 422},
    {"POST /api/complaints/{id}/supplement-request", "complaint.contact", 422},
    {"GET /api/complaints/{id}/supplement", "complaint.read", 404},
    {"POST /api/complaints/{id}/supplement", "complaint.contact", 422},
    {"GET /api/complaints/{id}/tasks", "complaint.read", 404},
    {"POST /api/complaints/{id}/tasks", "complaint.handle", 422},
    {"GET /api/tasks", "complaint.read", 200},
    {"GET /api/tasks/{id}", "complaint.read", 404},
    {"POST /api/tasks/{id}/answer", "complaint.handle", 422},
    {"POST /api/tasks/{id}/hand-back", "complaint.handle", 422},
    {"GET /api/complaints/{id}/offers", "complaint.read", 404},
    {"POST /api/complaints/{id}/offers", "complaint.handle", 422},
    {"POST /api/offers/{id}/outcome", "complaint.handle", 422},
    {"POST /api/complaints/{id}/chase", "complaint.handle", 404},
    {"POST /api/chases/{id}/acknowledgement", "complaint.handle", 404},
    {"GET /api/complaints/{id}/supervision", "complaint.read", 404},
    {"POST /api/complaints/{id}/supervision", "complaint.supervise", 422},
    {"GET /api/supervisions", "complaint.read", 200},
    {"POST /api/supervisions/{id}/reply", "complaint.handle", 422},
    {"POST /api/complaints/{id}/raising", "complaint.assign", 422},
    {"GET /api/routing", "complaint.read", 200},
    {"POST /api/routing", "complaint.configure", 422},
    {"GET /api/complaints/{id}/clocks", "complaint.read", 404},
    {"POST /api/complaints/{id}/extension", "complaint.extend", 422},
    {"POST /api/complaints/{id}/exclusion", "complaint.exclude", 422},
    {"POST /api/complaints/{id}/exclusion-end", "complaint.exclude", 422},
    {"POST /api/complaints/{id}/restart", "complaint.restart", 422},
    {"POST /api/complaints/{id}/date", "complaint.set_date", 422},
    {"GET /admin/complaints/{id}/explanation", "host", 404},
    {"GET /api/clock-notices", "clock.read", 200},
    {"POST /api/clock-notices/{id}/acknowledgement", "clock.acknowledge", 404},
    {"POST /api/complaints/{id}/closure", "complaint.close", 404},
    {"POST /api/complaints/{id}/withdrawal", "complaint.withdraw", 422},
    {"POST /api/complaints/{id}/openings", "complaint.open_personal", 422},
    {"POST /api/staffing/units", "people.appoint", 422},
    {"POST /api/staffing/people", "people.appoint", 422},
    {"POST /admin/staffing/units", "host", 404},
    {"POST /admin/staffing/people", "host", 404},
    {"POST /api/imports", "import.run", 404},
    {"GET /api/imports", "import.run", 200},
    {"GET /api/imports/{id}", "import.run", 404},
    {"GET /api/imports/{id}/errors", "import.run", 404},
    {"POST /api/imports/{id}/undo", "import.run", 404},
    {"POST /admin/imports", "host", 404},
    {"GET /admin/imports", "host", 404},
    {"GET /admin/imports/{id}", "host", 404},
    {"GET /admin/imports/{id}/errors", "host", 404},
    {"POST /admin/imports/{id}/undo", "host", 404},
};

// Which posts hold a permission, told again here: a post's data says it once, this says whether it
// was meant.
const std::map<std::string, std::string> holders{
    {"break_glass.read", "auditor discipline president protection_head"},
    {"break_glass.rule", "discipline president protection_head"},
    {"clock.acknowledge",
     "branch_head branch_officer complaint_manager department_head handler hotline_agent"
     " liaison lobby_manager officer operations_manager outlet_head protection_head"
     " sub_branch_head sub_branch_officer teller"},
    {"clock.read",
     "auditor branch_head branch_officer complaint_manager department_head discipline"
     " handler hotline_agent liaison lobby_manager officer operations_manager outlet_head"
     " president protection_head specialist sub_branch_head sub_branch_officer teller"},
    {"complaint.contact",
     "branch_head branch_officer complaint_manager department_head handler"
     " hotline_agent liaison lobby_manager officer operations_manager outlet_head"
     " protection_head sub_branch_head sub_branch_officer teller"},
    {"complaint.supervise", "branch_head branch_officer complaint_manager officer protection_head"},
    {"complaint.exclude",
     "branch_head branch_officer complaint_manager liaison officer outlet_head"
     " protection_head sub_branch_head sub_branch_officer"},
    {"complaint.extend",
     "branch_head branch_officer complaint_manager liaison officer outlet_head"
     " protection_head sub_branch_head sub_branch_officer"},
    {"complaint.restart",
     "branch_head branch_officer complaint_manager liaison officer outlet_head"
     " protection_head sub_branch_head sub_branch_officer"},
    {"complaint.set_date",
     "branch_head branch_officer complaint_manager liaison officer outlet_head"
     " protection_head sub_branch_head sub_branch_officer"},
    {"complaint.assign",
     "branch_head branch_officer complaint_manager department_head liaison officer outlet_head"
     " protection_head sub_branch_head sub_branch_officer"},
    {"complaint.configure", "officer protection_head"},
    {"complaint.handle",
     "branch_officer complaint_manager department_head handler liaison officer operations_manager"
     " outlet_head protection_head sub_branch_head sub_branch_officer"},
    {"complaint.triage",
     "branch_head branch_officer complaint_manager liaison officer outlet_head protection_head"
     " sub_branch_head sub_branch_officer"},
    {"complaint.close",
     "branch_head branch_officer complaint_manager department_head liaison officer"
     " operations_manager outlet_head protection_head sub_branch_head sub_branch_officer"},
    {"complaint.export",
     "branch_head branch_officer complaint_manager officer protection_head sub_branch_officer"},
    {"complaint.open_personal",
     "branch_head branch_officer complaint_manager department_head discipline handler liaison"
     " officer operations_manager outlet_head protection_head sub_branch_head sub_branch_officer"},
    {"complaint.read",
     "auditor branch_head branch_officer committee_chair complaint_manager department_head"
     " discipline handler hotline_agent liaison lobby_manager officer operations_manager"
     " outlet_head president protection_head specialist sub_branch_head sub_branch_officer teller"},
    {"complaint.register",
     "branch_officer complaint_manager hotline_agent liaison lobby_manager officer"
     " operations_manager outlet_head sub_branch_head sub_branch_officer teller"},
    {"complaint.search",
     "auditor branch_head branch_officer complaint_manager department_head discipline handler"
     " liaison lobby_manager officer operations_manager outlet_head protection_head"
     " sub_branch_head sub_branch_officer teller"},
    {"complaint.withdraw",
     "branch_officer complaint_manager liaison lobby_manager officer operations_manager"
     " outlet_head sub_branch_officer teller"},
    {"import.run", "branch_officer complaint_manager officer"},
    {"organisation.change", "administrator"},
    {"people.appoint", "administrator"},
    {"people.approve_reset",
     "branch_head department_head outlet_head president protection_head security_officer"
     " sub_branch_head"},
    {"people.change", "administrator"},
    {"people.grant", "administrator"},
    {"people.reset", "administrator"},
    {"people.substitute",
     "administrator branch_head department_head outlet_head protection_head sub_branch_head"},
    {"sessions.end", "administrator security_officer"},
    {"system.read", "administrator security_officer"},
};

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
      identity::insert(tx, {.token_hash = identity::token_hash(token),
                            .person_id = person,
                            .created_at = now_,
                            .seen_at = now_,
                            .id = tx.new_id<identity::SessionRow>(),
                            .appointment_id = test::appointment_of(person),
                            .authenticated_at = now_,
                            .due = identity::Due::nothing,
                            .remote = {},
                            .device = {},
                            .glass_id = {}});
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
      const auto response = ask(as(visitor(person), of(*route)));
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
