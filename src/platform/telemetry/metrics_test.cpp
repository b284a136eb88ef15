#include "platform/telemetry/metrics.h"

#include <set>
#include <sstream>

#include <gtest/gtest.h>

namespace xb::telemetry {
namespace {

using std::chrono::microseconds;

bool has_line(const std::string& page, const std::string& wanted) {
  std::istringstream text(page);
  for (std::string line; std::getline(text, line);)
    if (line == wanted) return true;
  return false;
}

TEST(Metrics, CountRequestsByRouteAndStatus) {
  Metrics metrics;
  metrics.request("/api/complaints/{id}", 200, microseconds{700});
  metrics.request("/api/complaints/{id}", 200, microseconds{700});
  metrics.request("/api/complaints/{id}", 404, microseconds{700});
  const std::string page = metrics.print();
  const std::string start = R"(xiaobao_http_requests_total{route="/api/complaints/{id}",status=")";
  EXPECT_TRUE(has_line(page, start + "200\"} 2")) << page;
  EXPECT_TRUE(has_line(page, start + "404\"} 1")) << page;
}

TEST(Metrics, MeasureRequestsInSeconds) {
  Metrics metrics;
  metrics.request("/", 200, microseconds{700});
  metrics.request("/", 200, microseconds{30'000});
  metrics.request("/", 200, microseconds{9'000'000});
  const std::string page = metrics.print();
  const std::string bucket = R"(xiaobao_http_request_seconds_bucket{le=")";
  EXPECT_TRUE(has_line(page, bucket + "0.0005\"} 0")) << page;
  EXPECT_TRUE(has_line(page, bucket + "0.001\"} 1")) << page;
  EXPECT_TRUE(has_line(page, bucket + "0.05\"} 2")) << page;
  EXPECT_TRUE(has_line(page, bucket + "5\"} 2")) << page;
  EXPECT_TRUE(has_line(page, bucket + "+Inf\"} 3")) << page;
  EXPECT_TRUE(has_line(page, "xiaobao_http_request_seconds_count 3")) << page;
}

TEST(Metrics, CountEverythingElseByItsCause) {
  Metrics metrics;
  metrics.commit(3, microseconds{400});
  metrics.retried("serialization");
  metrics.refused_connection("too_many");
  metrics.denied("/api/complaints", "session.missing");
  metrics.alarm("clock.stepped");
  const std::string page = metrics.print();
  for (const std::string line :
       {R"(xiaobao_commit_commands_bucket{le="2"} 0)",
        R"(xiaobao_commit_commands_bucket{le="4"} 1)",
        R"(xiaobao_commit_seconds_bucket{le="0.0005"} 1)",
        R"(xiaobao_command_retries_total{cause="serialization"} 1)",
        R"(xiaobao_http_refused_connections_total{cause="too_many"} 1)",
        R"(xiaobao_http_denied_total{code="session.missing",route="/api/complaints"} 1)",
        R"(xiaobao_alarms_total{event="clock.stepped"} 1)"})
    EXPECT_TRUE(has_line(page, line)) << line << '\n' << page;
}

TEST(Metrics, AGaugeIsAskedWhenThePageIsPrinted) {
  Metrics metrics;
  double waiting = 5;
  metrics.gauge("xiaobao_commands_waiting", "Commands that wait", [&] { return waiting; });
  EXPECT_TRUE(has_line(metrics.print(), "xiaobao_commands_waiting 5"));
  waiting = 7;
  EXPECT_TRUE(has_line(metrics.print(), "xiaobao_commands_waiting 7"));
}

TEST(Metrics, EveryFamilyIsExplainedBeforeItsFirstSample) {
  Metrics metrics;
  metrics.request("/", 200, microseconds{1});
  metrics.retried("busy");
  metrics.gauge("xiaobao_ready", "1 while ready", [] { return 1.0; });
  std::set<std::string> helped, typed;
  std::istringstream text(metrics.print());
  for (std::string line; std::getline(text, line);) {
    std::istringstream words(line);
    std::string first, second, name;
    words >> first >> second >> name;
    if (first == "#") {
      (second == "HELP" ? helped : typed).insert(name);
      continue;
    }
    std::string family = first.substr(0, first.find('{'));
    for (const std::string end : {"_bucket", "_sum", "_count"})
      if (family.ends_with(end)) family.erase(family.size() - end.size());
    EXPECT_TRUE(helped.contains(family)) << line;
    EXPECT_TRUE(typed.contains(family)) << line;
  }
  EXPECT_GE(typed.size(), 5u);
}

TEST(Metrics, OfTwoObjectsDoNotMix) {
  Metrics one;
  Metrics other;
  one.alarm("a.b");
  EXPECT_EQ(other.print().find("a.b"), std::string::npos);
}

}  // namespace
}  // namespace xb::telemetry
