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
    {"GET /api/sign-ins", "sign_ins.read", 200},
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
    {"POST /api/people/{id}/return", "people.appoint", 422},
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
    {"POST /api/consultations", "intake.consultation", 422},
    {"POST /api/suggestions", "intake.suggestion", 422},
    {"POST /api/praises", "intake.praise", 422},
    {"POST /api/petitions", "intake.petition", 422},
    {"POST /api/on-the-spot-notes", "intake.on_the_spot", 422},
    {"POST /api/complaints/earlier", "complaint.register", 422},
    {"GET /api/complaints/{id}/earlier", "complaint.read", 404},
    {"POST /api/complaints/{id}/classification", "complaint.classify", 422},
    {"GET /api/taxonomies", "somebody", 200},
    {"GET /api/taxonomies/{name}", "somebody", 404},
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
    {"POST /api/complaints/{id}/accused", "complaint.triage", 422},
    {"POST /api/complaints/{id}/assignment", "complaint.assign", 404},
    {"POST /api/complaints/{id}/takeover", "complaint.handle", 404},
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
    {"GET /api/approvals", "somebody", 200},
    {"GET /api/approvals/{id}", "somebody", 404},
    {"POST /api/approvals/{id}/verdict", "somebody", 422},
    {"POST /api/approvals/{id}/withdrawal", "somebody", 404},
    {"POST /api/complaints/{id}/closure", "complaint.close", 404},
    {"POST /api/complaints/{id}/proposal", "complaint.handle", 422},
    {"POST /api/complaints/{id}/answer", "complaint.handle", 422},
    {"POST /api/complaints/{id}/sample-check", "complaint.check_sample", 422},
    {"GET /api/complaints/{id}/decisions", "complaint.read", 404},
    {"POST /api/complaints/{id}/fulfilments", "complaint.handle", 422},
    {"GET /api/complaints/{id}/fulfilments", "complaint.read", 404},
    {"POST /api/fulfilments/{id}/outcome", "complaint.handle", 422},
    {"GET /api/fulfilments/{id}", "complaint.read", 404},
    {"GET /api/fulfilments", "complaint.read", 200},
    {"POST /api/complaints/{id}/responsibility", "complaint.review", 422},
    {"POST /api/complaints/{id}/objection", "complaint.object", 422},
    {"POST /api/complaints/{id}/responsibility-review", "complaint.review", 422},
    {"POST /api/complaints/{id}/root-cause", "complaint.review", 422},
    {"GET /api/complaints/{id}/lessons", "complaint.read", 404},
    {"POST /api/complaints/{id}/callback", "complaint.call_back", 422},
    {"POST /api/complaints/{id}/rating", "complaint.call_back", 422},
    {"GET /api/complaints/{id}/callbacks", "complaint.read", 404},
    {"POST /api/complaints/{id}/archive", "complaint.archive", 404},
    {"GET /api/complaints/{id}/archive", "complaint.read", 404},
    {"GET /api/archive", "complaint.read", 200},
    {"GET /api/complaints/{id}/similar", "complaint.read", 404},
    {"GET /api/similar-groups", "complaint.read", 200},
    {"POST /api/complaints/{id}/joining", "complaint.triage", 422},
    {"POST /api/complaints/{id}/withdrawal", "complaint.withdraw", 422},
    {"POST /api/complaints/{id}/openings", "complaint.open_personal", 422},
    {"POST /api/complaints/bulk/acceptance", "complaint.triage", 422},
    {"POST /api/complaints/bulk/assignment", "complaint.assign", 422},
    {"POST /api/complaints/bulk/archive", "complaint.archive", 422},
    {"POST /api/complaints/{id}/presence", "complaint.read", 404},
    {"GET /api/cases", "case.read", 200},
    {"GET /api/cases/all", "case.write", 200},
    {"GET /api/cases/{id}", "case.read", 404},
    {"POST /api/cases", "case.write", 422},
    {"POST /api/cases/{id}/publication", "case.publish", 404},
    {"POST /api/cases/{id}/withdrawal", "case.publish", 404},
    {"GET /api/guides", "case.read", 200},
    {"GET /api/complaints/{id}/help", "complaint.read", 404},
    {"GET /api/views", "somebody", 200},
    {"POST /api/views", "somebody", 422},
    {"POST /api/views/{id}/change", "somebody", 422},
    {"POST /api/views/{id}/deletion", "somebody", 404},
    {"GET /api/drafts", "somebody", 200},
    {"POST /api/drafts", "somebody", 422},
    {"GET /api/drafts/{id}", "somebody", 404},
    {"POST /api/drafts/{id}/deletion", "somebody", 404},
    {"POST /api/staffing/units", "organisation.change", 422},
    {"POST /api/complaints/{id}/attachments", "complaint.attach", 422},
    {"GET /api/complaints/{id}/attachments", "complaint.read", 404},
    {"POST /api/attachments/{id}/voiding", "complaint.void_attachment", 422},
    {"POST /api/attachments/{id}/opening", "complaint.open_personal", 422},
    {"GET /admin/attachments/comparison/{id}", "host", 404},
    {"POST /api/complaints/{id}/preservation", "complaint.preserve", 422},
    {"POST /api/preservation/{id}/outcome", "complaint.preserve", 422},
    {"GET /api/preservation", "complaint.read", 200},
    {"GET /api/preservation/{id}", "complaint.read", 404},
    {"GET /api/referrals", "referral.read", 200},
    {"GET /api/referrals/counts", "referral.read", 200},
    {"GET /api/referrals/{id}", "referral.read", 404},
    {"GET /api/referrals/{id}/timeline", "referral.read", 404},
    {"POST /api/referrals/candidates", "referral.handle", 422},
    {"POST /api/referrals/sign-in", "referral.sign_in", 422},
    {"POST /api/referrals/export", "referral.export", 404},
    {"POST /api/referrals/{id}/match", "referral.handle", 422},
    {"POST /api/referrals/{id}/complaint", "referral.handle", 404},
    {"POST /api/referrals/{id}/contacts", "referral.handle", 422},
    {"POST /api/referrals/{id}/handling", "referral.handle", 404},
    {"POST /api/referrals/{id}/account", "referral.handle", 422},
    {"POST /api/referrals/{id}/approval", "referral.approve", 404},
    {"POST /api/referrals/{id}/approval-refusal", "referral.approve", 422},
    {"POST /api/referrals/{id}/fill-back", "referral.handle", 422},
    {"POST /api/referrals/{id}/rework", "referral.handle", 422},
    {"POST /api/referrals/{id}/callback", "referral.handle", 422},
    {"POST /api/referrals/{id}/openings", "referral.open_personal", 422},
    {"POST /api/tip-offs", "tip_off.register", 422},
    {"GET /api/tip-offs", "tip_off.read", 200},
    {"GET /api/tip-offs/counts", "tip_off.read", 200},
    {"GET /api/tip-offs/{id}", "tip_off.read", 404},
    {"GET /api/tip-offs/{id}/timeline", "tip_off.read", 404},
    {"POST /api/tip-offs/{id}/assignment", "tip_off.assign", 422},
    {"POST /api/tip-offs/{id}/decision", "tip_off.decide", 422},
    {"POST /api/tip-offs/{id}/closure", "tip_off.decide", 404},
    {"POST /api/tip-offs/{id}/openings", "tip_off.open_personal", 422},
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
    {"intake.consultation",
     "branch_officer complaint_manager hotline_agent liaison lobby_manager officer"
     " operations_manager outlet_head sub_branch_head sub_branch_officer teller"},
    {"intake.on_the_spot",
     "branch_officer complaint_manager hotline_agent liaison lobby_manager officer"
     " operations_manager outlet_head sub_branch_head sub_branch_officer teller"},
    {"intake.petition",
     "branch_officer complaint_manager liaison officer outlet_head sub_branch_head"
     " sub_branch_officer"},
    {"intake.praise",
     "branch_officer complaint_manager hotline_agent liaison lobby_manager officer"
     " operations_manager outlet_head sub_branch_head sub_branch_officer teller"},
    {"intake.suggestion",
     "branch_officer complaint_manager hotline_agent liaison lobby_manager officer"
     " operations_manager outlet_head sub_branch_head sub_branch_officer teller"},
    {"break_glass.read", "auditor discipline president protection_head"},
    {"break_glass.rule", "discipline president protection_head"},
    {"case.publish", "complaint_manager officer protection_head"},
    {"case.read",
     "auditor branch_head branch_officer complaint_manager department_head discipline handler "
     "hotline_agent liaison lobby_manager officer operations_manager outlet_head president "
     "protection_head specialist sub_branch_head sub_branch_officer teller"},
    {"case.write", "branch_officer complaint_manager officer protection_head"},
    {"clock.acknowledge",
     "branch_head branch_officer complaint_manager department_head handler hotline_agent"
     " liaison lobby_manager officer operations_manager outlet_head protection_head"
     " sub_branch_head sub_branch_officer teller"},
    {"clock.read",
     "auditor branch_head branch_officer complaint_manager department_head discipline"
     " handler hotline_agent liaison lobby_manager officer operations_manager outlet_head"
     " president protection_head specialist sub_branch_head sub_branch_officer teller"},
    {"complaint.archive", "branch_officer complaint_manager liaison officer sub_branch_officer"},
    {"complaint.call_back",
     "branch_officer complaint_manager hotline_agent liaison lobby_manager officer "
     "operations_manager sub_branch_officer"},
    {"complaint.check_sample",
     "branch_officer complaint_manager officer protection_head sub_branch_officer"},
    {"complaint.object",
     "branch_head department_head liaison outlet_head sub_branch_head sub_branch_officer"},
    {"complaint.review", "branch_officer complaint_manager officer protection_head"},
    {"complaint.attach",
     "branch_officer complaint_manager department_head handler hotline_agent liaison"
     " lobby_manager officer operations_manager outlet_head protection_head sub_branch_head"
     " sub_branch_officer teller"},
    {"complaint.preserve",
     "branch_officer complaint_manager department_head handler hotline_agent liaison"
     " lobby_manager officer operations_manager outlet_head protection_head sub_branch_head"
     " sub_branch_officer teller"},
    {"complaint.void_attachment",
     "branch_officer complaint_manager department_head handler liaison officer"
     " operations_manager outlet_head protection_head sub_branch_head sub_branch_officer"},
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
    {"complaint.classify",
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
    {"referral.approve", "branch_head officer protection_head"},
    {"referral.export", "branch_officer complaint_manager officer protection_head"},
    {"referral.handle", "branch_officer complaint_manager officer"},
    {"referral.open_personal", "branch_officer complaint_manager officer"},
    {"referral.read",
     "auditor branch_head branch_officer complaint_manager department_head handler officer "
     "president protection_head specialist sub_branch_head sub_branch_officer"},
    {"referral.sign_in", "branch_officer complaint_manager officer"},
    {"tip_off.assign", "auditor discipline"},
    {"tip_off.decide", "auditor discipline"},
    {"tip_off.open_personal", "auditor discipline"},
    {"tip_off.read", "auditor discipline"},
    {"tip_off.register", "auditor complaint_manager discipline hotline_agent officer"},
    {"sessions.end", "administrator security_officer"},
    {"sign_ins.read", "security_officer"},
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

identity::Reach reach_of(const std::string& post, const std::string& permission) {
  if (post == "hotline_agent" && permission == "complaint.register") return identity::Reach::unit;
  return reaches.at(post);
}

Sensitivity sensitivity_of(const std::string& post, const std::string& permission) {
  if (post == "discipline" && permission.starts_with("complaint.")) return Sensitivity::restricted;
  return permission == "complaint.open_personal" ? Sensitivity::personal : Sensitivity::masked;
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
