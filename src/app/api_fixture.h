// All routes of the program over a test bank whose people can sign in, asked without a socket.
#pragma once

#include <future>
#include <string>

#include <boost/json/object.hpp>
#include <gtest/gtest.h>

#include "app/modules.h"
#include "modules/events/routes.h"
#include "modules/events/service.h"
#include "modules/portal/routes.h"
#include "platform/approvals/routes.h"
#include "platform/clocks/routes.h"
#include "platform/files/vault.h"
#include "platform/http/api.h"
#include "platform/identity/passwords.h"
#include "platform/identity/routes.h"
#include "platform/inbox/routes.h"
#include "platform/taxonomies/routes.h"
#include "test/support/bank.h"
#include "test/support/gate.h"
#include "test/support/people.h"
#include "test/support/world.h"

namespace xb::app {

class WholeApi {
 protected:
  explicit WholeApi(test::Engine engine) : bank_(engine, gate_.pass()) {
    identity::routes(router_, identity::SecondFactor::off);
    clocks::routes(router_);
    inbox::routes(router_);
    approvals::routes(router_, matters(), glances());
    taxonomies::routes(router_);
    module_routes(router_);
    portal::routes(router_, portal_);
    events::routes(router_, hub_);
    hire({301}, "teller", "teller", "210001");
    hire({302}, "officer", "officer", "100000");
    hire({303}, "administrator", "administrator", "100000");
    hire({304}, "other_teller", "teller", "310001");
  }

  void hire(Id<Person> id, const char* login, const char* post, const char* unit) {
    static const std::string hash = identity::hash_password("right");
    const auto hired = bank_.write(bank_.chen_yu, test::monday, [&](Work& work) -> Result<void> {
      test::hire(work, {id, login, post, unit, hash});
      return {};
    });
    EXPECT_TRUE(hired.has_value());
  }

  static http::Request request(http::Method method, std::string path, std::string body = {}) {
    http::Request out;
    out.method = method;
    out.path = std::move(path);
    out.body = std::move(body);
    if (!out.body.empty()) out.headers["content-type"] = "application/json";
    return out;
  }
  http::Response ask(http::Request asked) {
    std::promise<http::Response> promise;
    api_.handle(std::move(asked),
                [&](http::Response response) { promise.set_value(std::move(response)); });
    return promise.get_future().get();
  }

  // What a browser keeps of a session.
  struct Visitor {
    std::string cookie;
    std::string csrf_token;
  };
  static http::Request credentials(const std::string& login, const std::string& password) {
    return request(http::Method::post, "/api/session",
                   R"({"login":")" + login + R"(","password":")" + password + R"("})");
  }
  Visitor enter(const std::string& login) {
    const http::Response response = ask(credentials(login, "right"));
    EXPECT_EQ(response.status, 200) << response.body;
    const std::string cookie = header(response, "Set-Cookie");
    return {cookie.substr(0, cookie.find(';')), text(response, "csrf_token")};
  }
  static http::Request as(const Visitor& visitor, http::Request asked) {
    asked.headers["cookie"] = visitor.cookie;
    asked.headers["x-csrf-token"] = visitor.csrf_token;
    return asked;
  }

  static std::string header(const http::Response& response, std::string_view wanted) {
    for (const auto& [name, value] : response.headers)
      if (name == wanted) return value;
    return {};
  }
  static boost::json::object object(const http::Response& response) {
    const auto json = parse_json(response.body);
    EXPECT_TRUE(json && json->is_object()) << response.body;
    return json && json->is_object() ? json->get_object() : boost::json::object{};
  }
  static std::string text(const http::Response& response, const char* name) {
    const auto json = object(response);
    const auto* found = json.if_contains(name);
    return found != nullptr && found->is_string() ? std::string(found->get_string()) : "";
  }
  test::World world() { return test::world(bank_.database()); }

  test::Gate gate_;
  test::Bank bank_;
  Instant now_ = test::monday;
  const test::Folder scratch_;
  files::Vault vault_{scratch_.path() / "files", files::Limits{}};
  events::Hub hub_{&bank_.database(), &test::keys(), Zone{}};
  const Texts texts_ = Texts::shipped();
  telemetry::Metrics metrics_;
  portal::Portal portal_;
  http::Router router_{{&bank_.database(), &test::keys(), [this] { return now_; }, Zone{},
                        scratch_.path(), &bank_.limits(), &bank_.taxonomies(), &vault_}};
  http::Api api_{{.database = bank_.database(),
                  .keys = test::keys(),
                  .texts = texts_,
                  .metrics = metrics_,
                  .now = [this] { return now_; },
                  .may_write = {},
                  .zone = {},
                  .limits = &bank_.limits(),
                  .taxonomies = &bank_.taxonomies()},
                 router_};
};

// Each test on each database.
class AnApi : public testing::TestWithParam<test::Engine>, protected WholeApi {
 protected:
  AnApi() : WholeApi(GetParam()) {}
};

}  // namespace xb::app
