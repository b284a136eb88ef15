// The formats of the log against bytes put together by hand and hashed by OpenSSL alone.
#include "platform/evidence/leaf.h"

#include <algorithm>
#include <initializer_list>
#include <vector>

#include <gtest/gtest.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include "core/encoding.h"

namespace xb::evidence {
namespace {

std::string sha256_by_openssl(std::string_view bytes) {
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned int size = 0;
  EXPECT_EQ(EVP_Digest(bytes.data(), bytes.size(), digest, &size, EVP_sha256(), nullptr), 1);
  return {reinterpret_cast<const char*>(digest), size};
}

std::string hmac_by_openssl(std::string_view key, std::string_view bytes) {
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned int size = 0;
  HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()),
       reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest, &size);
  return {reinterpret_cast<const char*>(digest), size};
}

std::string bytes_of(std::initializer_list<int> values) {
  std::string out;
  for (const int value : values) out += static_cast<char>(value);
  return out;
}

constexpr std::string_view chain = "00112233445566778899aabbccddeeff";

Leaf second_leaf() {
  static const std::string previous(64, 'a');
  static const std::string commitment(64, 'b');
  return {.kind = "complaint.closed",
          .at = *parse_instant("2026-11-20T09:08:07.999+08:00"),
          .chain = chain,
          .n = 2,
          .previous = previous,
          .commitment = commitment};
}

TEST(Leaf, HasTheseBytes) {
  EXPECT_EQ(
      leaf_bytes(second_leaf()),
      R"({"v":1,"k":"complaint.closed","t":1795136887,"c":"00112233445566778899aabbccddeeff",)"
      R"("n":2,"p":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",)"
      R"("h":"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"})");
}

TEST(Leaf, TheFirstOfAChainHasAnEmptyPredecessor) {
  Leaf first = second_leaf();
  first.n = 1;
  first.previous = "";
  EXPECT_NE(leaf_bytes(first).find(R"("n":1,"p":"","h":)"), std::string::npos);
}

TEST(Leaf, StaysBelowTheLimitThatItsFormatPromises) {
  Leaf longest = second_leaf();
  longest.kind = "complaint.a_kind_with_quite_a_long_name_indeed";
  longest.n = 9'999'999;
  EXPECT_LE(leaf_bytes(longest).size(), 512u);
}

TEST(Leaf, TheEmptyLeafHasTheHashOfRfc6962) {
  EXPECT_EQ(hex(leaf_hash("")), "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
}

TEST(Leaf, OtherLeavesHaveTheHashesOfTheReferenceVectors) {
  EXPECT_TRUE(hex(leaf_hash(bytes_of({0x00}))).starts_with("96a296d2"));
  EXPECT_TRUE(hex(leaf_hash(bytes_of({0x10}))).starts_with("0298d122"));
  EXPECT_TRUE(hex(leaf_hash(bytes_of({0x20, 0x21}))).starts_with("07506a85"));
  EXPECT_TRUE(hex(leaf_hash(bytes_of({0x30, 0x31}))).starts_with("bc1a0643"));
}

TEST(Leaf, ItsHashIsSha256OfAZeroByteAndTheLeaf) {
  const std::string leaf = leaf_bytes(second_leaf());
  EXPECT_EQ(leaf_hash(leaf), sha256_by_openssl(bytes_of({0x00}) + leaf));
}

TEST(Commitment, OfAFieldHasTheseBytes) {
  const std::string salt(32, '\x5A');
  const std::string name = "business";
  const std::string value = "\"信用卡\"";
  EXPECT_EQ(field_salt(salt, name), hmac_by_openssl(salt, name));
  EXPECT_EQ(field_commitment(field_salt(salt, name), {name, value}),
            sha256_by_openssl(bytes_of({0x03}) + hmac_by_openssl(salt, name) +
                              bytes_of({0, 0, 0, 8}) + name + bytes_of({0, 0, 0, 11}) + value));
}

TEST(Commitment, HasTheseBytesOverFieldsInTheOrderOfTheirNames) {
  const std::string salt(32, '\x01');
  const CommittedField a{"a", "1"};
  const CommittedField b{"b", "\"x\""};
  const auto one = [&](const CommittedField& field) {
    return field_commitment(hmac_by_openssl(salt, field.name), field);
  };
  const std::string expected =
      sha256_by_openssl(bytes_of({0x02}) + "evlog/v1" + bytes_of({0, 0, 0, 2}) + one(a) + one(b));
  EXPECT_EQ(commitment(salt, {a, b}), expected);
  EXPECT_EQ(commitment(salt, {b, a}), expected) << "the order of writing does not matter";
}

TEST(Commitment, OfNothingIsStillOfTheFormat) {
  EXPECT_EQ(commitment("salt", {}),
            sha256_by_openssl(bytes_of({0x02}) + "evlog/v1" + bytes_of({0, 0, 0, 0})));
}

TEST(Commitment, OfALongFieldCountsItsBytesBigEndian) {
  const std::string value(0x010203, 'v');
  EXPECT_EQ(field_commitment("s", {"n", value}),
            sha256_by_openssl(bytes_of({0x03}) + "s" + bytes_of({0, 0, 0, 1}) + "n" +
                              bytes_of({0, 1, 2, 3}) + value));
}

TEST(Commitment, HidesAFieldThatOneCouldGuess) {
  const std::string one(32, '\x01');
  const std::string other(32, '\x02');
  for (const char* phone : {"\"13912345678\"", "\"13912345679\""}) {
    EXPECT_NE(commitment(one, {{"phone", phone}}), commitment(other, {{"phone", phone}}));
    EXPECT_NE(field_salt(one, "phone"), field_salt(one, "name"));
  }
}

TEST(Commitment, BindsEveryNameAndValueAndTheirBorder) {
  const std::string salt(32, '\x07');
  const std::vector<std::vector<CommittedField>> payloads{
      {{"ab", "c"}},           {{"a", "bc"}},           {{"abc", ""}},           {{"", "abc"}},
      {{"a", "b"}, {"c", ""}}, {{"a", ""}, {"b", "c"}}, {{"a", "b"}, {"", "c"}}, {{"ab", "c "}},
  };
  std::vector<std::string> seen;
  for (const auto& payload : payloads) seen.push_back(commitment(salt, payload));
  std::sort(seen.begin(), seen.end());
  EXPECT_EQ(std::unique(seen.begin(), seen.end()), seen.end());
}

// A regulator is shown one field, its salt and the commitments of the others.
TEST(Commitment, IsOpenedForOneFieldWithoutTheOthers) {
  const std::string salt(32, '\x33');
  const CommittedField business{"business", "\"loan\""};
  const CommittedField phone{"phone", "\"13912345678\""};
  const std::string root = commitment(salt, {business, phone});

  const std::string shown_salt = field_salt(salt, "business");
  const std::string hidden = field_commitment(field_salt(salt, "phone"), phone);
  const auto root_with = [&](const CommittedField& shown) {
    return sha256_by_openssl(bytes_of({0x02}) + "evlog/v1" + bytes_of({0, 0, 0, 2}) +
                             field_commitment(shown_salt, shown) + hidden);
  };
  EXPECT_EQ(root_with(business), root);
  EXPECT_NE(root_with({"business", "\"card\""}), root);
  EXPECT_NE(root_with({"product", "\"loan\""}), root);
  EXPECT_NE(field_commitment(shown_salt, phone), hidden) << "the shown salt opens nothing else";
}

}  // namespace
}  // namespace xb::evidence
