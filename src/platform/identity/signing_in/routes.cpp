#include "platform/identity/signing_in/routes.h"

#include "platform/http/router.h"
#include "platform/identity/people/service.h"
#include "platform/identity/sign_ins/service.h"
#include "platform/identity/sign_ins/store.h"
#include "platform/identity/signing_in/service.h"

namespace xb::identity {
namespace {

using http::Method;
using http::Request;
using http::Response;

constexpr std::string_view cookie_rules = "; Path=/; Secure; HttpOnly; SameSite=Strict";

Response with_session(const SessionView& view) {
  Response response;
  response.body = to_json(view);
  return response;
}

Response with_cookie(const SignedIn& signed_in) {
  Response response = with_session(signed_in.view);
  response.headers.emplace_back("Set-Cookie",
                                "__Host-sid=" + signed_in.token + std::string{cookie_rules});
  return response;
}

Origin origin_of(const Request& request) {
  return {request.remote, std::string{request.header("user-agent")}};
}

// What needs a Door; `wants_second_factor` is the bank's.
class Entrances {
 public:
  Entrances(http::Router& router, bool wants_second_factor)
      : router_(router), wants_second_factor_(wants_second_factor) {}

  // A hashing route whose answer is a session with its cookie.
  template <class Input>
  void add(http::Spec spec,
           Result<SignedIn> (*enter)(const Door&, const Request&, const Input&, Instant)) {
    auto& route = router_.hashing(
        Method::post, spec, [this_ = *this, enter](const Request& request) -> Result<Response> {
          const auto json = TRY(parse_json(request.body));
          const auto input = TRY(Json<Input>::read(json));
          const auto& services = this_.router_.services();
          const auto entered = TRY(enter(this_.door(), request, input, services.now()));
          return with_cookie(entered);
        });
    route.input = &http::typed::schema_of<Input>;
    route.output = &http::typed::schema_of<SessionView>;
  }

  Door door() const {
    const auto& services = router_.services();
    return {*services.database, *services.keys, services.zone, wants_second_factor_};
  }

 private:
  http::Router& router_;
  bool wants_second_factor_;
};

Result<SignedIn> enter(const Door& door, const Request& request, const Credentials& input,
                       Instant now) {
  return sign_in(door, input, origin_of(request), now);
}

Result<SignedIn> enter_again(const Door& door, const Request& request, const Proof& input,
                             Instant now) {
  return sign_in_again(door, *request.caller, input, origin_of(request), now);
}

Result<SignedIn> change(const Door& door, const Request& request, const NewPassword& input,
                        Instant now) {
  return change_password(door, *request.caller, input, origin_of(request), now);
}

Result<SignedIn> confirm(const Door& door, const Request& request, const Confirmation& input,
                         Instant now) {
  return confirm_second_factor(door, *request.caller, input, now);
}

Result<Response> sign_out(Work& work, const Request& request) {
  delete_session(work.tx, request.caller->token_hash);
  record(work.tx, SignInKind::left, request.caller->person.id, origin_of(request), work.now);
  Response response;
  response.status = 204;
  response.headers.emplace_back("Set-Cookie", "__Host-sid=; Max-Age=0" + std::string{cookie_rules});
  response.headers.emplace_back("Clear-Site-Data", "\"cache\", \"storage\"");
  return response;
}

void add_own(http::Router& router, bool wants_second_factor) {
  auto& looking =
      router.raw(Method::get, {"session.look", "/api/session", http::entering}, http::Runs::reading,
                 [](Work& work, const Request& request) -> Result<Response> {
                   return with_session(view_of(work.tx, work.keys, work.zone, work.now,
                                               *request.caller, request.token));
                 });
  looking.output = &http::typed::schema_of<SessionView>;
  auto& leaving = router.raw(Method::del, {"session.leave", "/api/session", http::entering},
                             http::Runs::writing, sign_out);
  leaving.success = 204;
  auto& beginning = router.raw(
      Method::post,
      {"session.begin_second_factor", "/api/session/second_factor", http::recently(http::entering)},
      http::Runs::writing, [](Work& work, const Request& request) -> Result<Response> {
        Response response;
        response.body = to_json(TRY(begin_second_factor(work, *request.caller)));
        return response;
      });
  beginning.output = &http::typed::schema_of<NewSecondFactor>;
  auto& switching = router.raw(
      Method::post, {"session.switch_appointment", "/api/session/appointment", http::signed_in},
      http::Runs::writing,
      [wants_second_factor](Work& work, const Request& request) -> Result<Response> {
        const auto json = TRY(parse_json(request.body));
        const auto input = TRY(Json<Switch>::read(json));
        return with_session(TRY(
            switch_appointment(work, *request.caller, request.token, input, wants_second_factor)));
      });
  switching.input = &http::typed::schema_of<Switch>;
  switching.output = &http::typed::schema_of<SessionView>;
}

Result<SessionList> sessions_of_colleague(Work& work, Id<Person> id) {
  const auto person = TRY(colleague_in_scope(work, id));
  return sessions_shown(work.tx, person.id, {});
}

Result<SessionList> end_sessions_of(Work& work, Id<Person> id) {
  const auto person = TRY(colleague_in_scope(work, id));
  end_all_sessions(work, person);
  return sessions_shown(work.tx, person.id, {});
}

// His own sessions, with this one marked.
Response shown_to(Work& work, const Session& session) {
  Response response;
  response.body = to_json(sessions_shown(work.tx, session.person.id, session.token_hash));
  return response;
}

void add_lists(http::Router& router) {
  auto& listing =
      router.raw(Method::get, {"sessions.list", "/api/sessions", http::signed_in},
                 http::Runs::reading, [](Work& work, const Request& request) -> Result<Response> {
                   return shown_to(work, *request.caller);
                 });
  listing.output = &http::typed::schema_of<SessionList>;
  auto& ending =
      router.raw(Method::post, {"sessions.end", "/api/sessions/{id}/end", http::signed_in},
                 http::Runs::writing, [](Work& work, const Request& request) -> Result<Response> {
                   const Id<SessionRow> id{TRY(http::typed::path_id(request.parameters.at(0)))};
                   if (!delete_session_of(work.tx, work.actor.person, id))
                     return refuse(Reason::missing, "session.not_yours");
                   return shown_to(work, *request.caller);
                 });
  ending.output = &http::typed::schema_of<SessionList>;
  constexpr auto may_end = http::permitted(Permission("sessions.end"));
  router.get({"sessions.of_person", "/api/people/{id}/sessions", may_end}, sessions_of_colleague);
  router.act({"sessions.end_of_person", "/api/people/{id}/sessions/end", may_end}, end_sessions_of);
  constexpr auto may_read = http::permitted(Permission("sign_ins.read"));
  auto& record = router.get({"sign_ins.list", "/api/sign-ins", may_read}, list_sign_ins);
  http::filtered_by(record, sign_in_list());
}

}  // namespace

void session_routes(http::Router& router, bool wants_second_factor) {
  Entrances entrances(router, wants_second_factor);
  entrances.add<Credentials>({"session.enter", "/api/session", http::anyone}, enter);
  add_own(router, wants_second_factor);
  entrances.add<Proof>({"session.enter_again", "/api/session/authentication", http::entering},
                       enter_again);
  entrances.add<NewPassword>({"session.change_password", "/api/session/password", http::entering},
                             change);
  entrances.add<Confirmation>(
      {"session.confirm_second_factor", "/api/session/second_factor/confirmation", http::entering},
      confirm);
  add_lists(router);
}

}  // namespace xb::identity
