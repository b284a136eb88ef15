#include "platform/http/head.h"

#include <gtest/gtest.h>

namespace xb::http {
namespace {

std::string client(const std::string& peer, const std::string& forwarded) {
  Request request;
  if (!forwarded.empty()) request.headers["x-forwarded-for"] = forwarded;
  return client_of(request, peer, {"10.0.0.1", "10.0.0.2", "::1"});
}

TEST(ClientOf, IsTheLastAddressThatNoProxyOfOursAdded) {
  EXPECT_EQ(client("192.0.2.9", ""), "192.0.2.9");
  EXPECT_EQ(client("192.0.2.9", "1.1.1.1"), "192.0.2.9") << "anybody may send the field";
  EXPECT_EQ(client("10.0.0.1", "192.0.2.7"), "192.0.2.7");
  EXPECT_EQ(client("10.0.0.1", "1.1.1.1, 192.0.2.7"), "192.0.2.7");
  EXPECT_EQ(client("10.0.0.1", "1.1.1.1,192.0.2.7 ,  10.0.0.2"), "192.0.2.7");
  EXPECT_EQ(client("::1", "2001:db8::7"), "2001:db8::7");
  EXPECT_EQ(client("10.0.0.1", ""), "10.0.0.1");
  EXPECT_EQ(client("10.0.0.1", "10.0.0.2"), "10.0.0.2");
}

TEST(ClientOf, IsTheProxyWhereItNamesNoAddress) {
  for (const std::string odd :
       {"unknown", "192.0.2.7:80", "沈万清", "\xFF", " ", ",", "1.1.1.1, x"})
    EXPECT_EQ(client("10.0.0.1", odd), "10.0.0.1") << odd;
}

}  // namespace
}  // namespace xb::http
