#include "platform/identity/totp.h"

#include <gtest/gtest.h>

namespace xb::identity {
namespace {

using std::chrono::seconds;

// RFC 6238 appendix B, SHA-1, the last six of its eight digits.
TEST(Totp, GivesTheCodesOfItsStandard) {
  const std::string secret = "12345678901234567890";
  const struct {
    std::int64_t second;
    const char* code;
  } vectors[] = {{59, "287082"},         {1111111109, "081804"}, {1111111111, "050471"},
                 {1234567890, "005924"}, {2000000000, "279037"}, {20000000000, "353130"}};
  for (const auto& [second, code] : vectors)
    EXPECT_EQ(totp_code(secret, totp_step_at({second * 1000}, seconds{30})), code) << second;
}

// RFC 4648 §10, without padding.
TEST(Totp, WritesSecretsInBase32) {
  const std::pair<const char*, const char*> vectors[] = {{"", ""},
                                                         {"f", "MY"},
                                                         {"fo", "MZXQ"},
                                                         {"foo", "MZXW6"},
                                                         {"foob", "MZXW6YQ"},
                                                         {"fooba", "MZXW6YTB"},
                                                         {"foobar", "MZXW6YTBOI"}};
  for (const auto& [bytes, text] : vectors) EXPECT_EQ(base32(bytes), text);
  EXPECT_EQ(base32(new_totp_secret()).size(), 32u);
  EXPECT_NE(new_totp_secret(), new_totp_secret());
}

TEST(Totp, TakesACodeOnceAndOnlyNearItsTime) {
  const std::string secret = new_totp_secret();
  const std::string code = totp_code(secret, 1000);
  EXPECT_EQ(matching_step(secret, code, 1000, 1, 0), 1000);
  EXPECT_EQ(matching_step(secret, code, 1001, 1, 0), 1000) << "a clock may lag";
  EXPECT_EQ(matching_step(secret, code, 999, 1, 0), 1000) << "or lead";
  EXPECT_FALSE(matching_step(secret, code, 1002, 1, 0));
  EXPECT_FALSE(matching_step(secret, code, 1000, 1, 1000)) << "it has counted";
  EXPECT_FALSE(matching_step(secret, code, 1000, 1, 1001)) << "a newer one has";
  EXPECT_FALSE(matching_step(secret, "", 1000, 1, 0));
  EXPECT_FALSE(matching_step(secret, code + "0", 1000, 1, 0));
}

}  // namespace
}  // namespace xb::identity
