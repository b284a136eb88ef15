// Who may send a file now, over a real database and without a socket.
#include <future>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "platform/files/vault.h"
#include "platform/http/api.h"
#include "platform/identity/sessions.h"
#include "platform/identity/store.h"
#include "test/support/bank.h"
#include "test/support/people.h"

namespace xb::http {
namespace {

class Files : public testing::TestWithParam<test::Engine> {
 protected:
  Files() {
    for (const auto& [path, access] :
         {std::pair{"/sent", anyone}, std::pair{"/filed", signed_in}}) {
      auto& route = router_.blocking(Method::post, {"files.send", path, access},
                                     [](const Request&) { return Result<Response>{Response{}}; });
      route.body_max = 2 << 20;
      route.receive = [this](const Request&) { return vault_.receive(); };
    }
  }

  static Request head_of(const char* path) {
    Request out;
    out.method = Method::post;
    out.path = path;
    return out;
  }
  // With the session of a teller.
  Request signed_head_of(const char* path) {
    const auto hired = bank_.write(Actor::system(), test::monday, [](Work& work) -> Result<void> {
      test::hire(work, {{301}, "teller", "teller", "210001"});
      return {};
    });
    EXPECT_TRUE(hired.has_value());
    const std::string token = identity::new_token();
    bank_.database().write(storage::Lane::interactive, [&](storage::Transaction& tx) {
      identity::open_session(tx, test::keys(),
                             {.token_hash = identity::token_hash(token),
                              .person_id = {301},
                              .created_at = test::monday,
                              .seen_at = test::monday,
                              .id = tx.new_id<identity::SessionRow>(),
                              .appointment_id = test::appointment_of({301}),
                              .authenticated_at = test::monday});
      return true;
    });
    Request out = head_of(path);
    out.token = token;
    out.headers["cookie"] = "__Host-sid=" + token;
    out.headers["x-csrf-token"] = identity::csrf_token(test::keys(), token);
    return out;
  }
  // The status it is turned away with, or 0: it may come, and has not ended.
  int begin(const Request& head) {
    coming_.push_back(api_.meet(head));
    std::promise<int> said;
    api_.admit(coming_.back(), [&](const std::optional<Response>& refusal) {
      said.set_value(refusal ? refusal->status : 0);
    });
    return said.get_future().get();
  }

  test::Bank bank_{GetParam()};
  const test::Folder folder_;
  files::Vault vault_{folder_.path() / "files", files::Limits{}};
  const Texts texts_ = Texts::shipped();
  telemetry::Metrics metrics_;
  Router router_{Services{}};
  Api api_{{.database = bank_.database(),
            .keys = test::keys(),
            .texts = texts_,
            .metrics = metrics_,
            .now = [] { return test::monday; },
            .may_write = {},
            .zone = {}},
           router_};
  std::vector<Api::ExchangePtr> coming_;
};

TEST_P(Files, OfWhoNeedNotSignInLeavePlacesToWhoHas) {
  const Request from_anyone = head_of("/sent"), from_teller = signed_head_of("/filed");
  for (int i = 0; i < 16; ++i) EXPECT_EQ(begin(from_anyone), 0) << i;
  EXPECT_EQ(begin(from_anyone), 503);
  for (int i = 0; i < 16; ++i) EXPECT_EQ(begin(from_teller), 0) << i;
  EXPECT_EQ(begin(from_teller), 503);
  coming_.erase(coming_.begin(), coming_.begin() + 17);
  EXPECT_EQ(begin(from_teller), 0);
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, Files, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::http
