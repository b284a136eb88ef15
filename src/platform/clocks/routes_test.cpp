#include "platform/clocks/routes.h"

#include "app/api_fixture.h"

namespace xb::clocks {
namespace {

using http::Method;

class ClockRoutes : public app::AnApi {
 protected:
  http::Response get(const char* login, std::string path, const char* year = nullptr) {
    auto asked = request(Method::get, std::move(path));
    if (year != nullptr) asked.query["year"] = {year};
    return ask(as(enter(login), asked));
  }
};

TEST_P(ClockRoutes, WhoeverIsSignedInMayRead) {
  EXPECT_EQ(ask(request(Method::get, "/api/clock-rules")).status, 401);
  EXPECT_EQ(get("administrator", "/api/clock-rules").status, 200);
  const auto now = get("teller", "/api/calendar");
  EXPECT_EQ(object(now).at("year").as_int64(), 2026) << "this year";
  EXPECT_EQ(object(get("teller", "/api/calendar", "2025")).at("year").as_int64(), 2025);
  for (const char* wrong : {"1999", "2201", "soon", ""}) {
    const auto refused = get("teller", "/api/calendar", wrong);
    EXPECT_EQ(refused.status, 422) << wrong;
    EXPECT_EQ(text(refused, "code"), "calendar.year") << wrong;
    EXPECT_EQ(text(refused, "field"), "year") << wrong;
  }
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, ClockRoutes, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::clocks
