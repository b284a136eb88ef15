#include "platform/sealing/crypto.h"

#include <set>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "core/encoding.h"

namespace xb::sealing {
namespace {

std::string bytes_of(std::string_view hexadecimal) {
  const auto value = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
  std::string out;
  for (std::size_t i = 0; i + 1 < hexadecimal.size(); i += 2)
    out += static_cast<char>(value(hexadecimal[i]) * 16 + value(hexadecimal[i + 1]));
  return out;
}

// FIPS 180-4, as NIST shows it.
TEST(Sha256, IsThatOfNist) {
  const struct {
    std::string bytes;
    std::string_view digest;
  } vectors[] = {
      {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
      {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
      {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
       "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
      {std::string(1'000'000, 'a'),
       "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"},
  };
  for (const auto& one : vectors) EXPECT_EQ(hex(sha256(one.bytes)), one.digest);
  EXPECT_EQ(hex(sha256({})), vectors[0].digest);
}

TEST(HmacSha256, IsThatOfRfc4231) {
  const struct {
    std::string key;
    std::string bytes;
    std::string_view mac;
  } vectors[] = {
      {std::string(20, '\x0b'), "Hi There",
       "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"},
      {"Jefe", "what do ya want for nothing?",
       "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"},
      {std::string(20, '\xaa'), std::string(50, '\xdd'),
       "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"},
      {bytes_of("0102030405060708090a0b0c0d0e0f10111213141516171819"), std::string(50, '\xcd'),
       "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"},
      {std::string(20, '\x0c'), "Test With Truncation",
       "a3b6167473100ee06e0c796c2955552bfa6f7c0a6a8aef8b93f860aab0cd20c5"},
      {std::string(131, '\xaa'), "Test Using Larger Than Block-Size Key - Hash Key First",
       "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"},
      {std::string(131, '\xaa'),
       "This is a test using a larger than block-size key and a larger than block-size data. The "
       "key needs to be hashed before being used by the HMAC algorithm.",
       "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"},
  };
  for (const auto& one : vectors) EXPECT_EQ(hex(hmac_sha256(one.key, one.bytes)), one.mac);
  // The context is used again: it keeps nothing of the key before, unless that comes twice.
  EXPECT_EQ(hex(hmac_sha256(vectors[0].key, vectors[0].bytes)), vectors[0].mac);
  EXPECT_EQ(hex(hmac_sha256(vectors[0].key, vectors[0].bytes)), vectors[0].mac);
}

struct Sealed {
  std::string_view key;
  std::string_view nonce;
  std::string_view plain;
  std::string_view aad;
  std::string_view cipher_text;
  std::string_view tag;

  std::string bytes() const { return bytes_of(nonce) + bytes_of(cipher_text) + bytes_of(tag); }
};

// McGrew and Viega, The Galois/Counter Mode of Operation, test cases 13 to 16.
constexpr std::string_view zeros =
    "0000000000000000000000000000000000000000000000000000000000000000";
constexpr std::string_view key_15 =
    "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308";
constexpr Sealed vectors[] = {
    {zeros, "000000000000000000000000", "", "", "", "530f8afbc74536b9a963b4f1c4cb738b"},
    {zeros, "000000000000000000000000", "00000000000000000000000000000000", "",
     "cea7403d4d606b6e074ec5d3baf39d18", "d0d1c8a799996bf0265b98b5d48ab919"},
    {key_15, "cafebabefacedbaddecaf888",
     "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6"
     "b525b16aedf5aa0de657ba637b391aafd255",
     "",
     "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b105682"
     "8838c5f61e6393ba7a0abcc9f662898015ad",
     "b094dac5d93471bdec1a502270e3cc6c"},
    {key_15, "cafebabefacedbaddecaf888",
     "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6"
     "b525b16aedf5aa0de657ba637b39",
     "feedfacedeadbeeffeedfacedeadbeefabaddad2",
     "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b105682"
     "8838c5f61e6393ba7a0abcc9f662",
     "76fc6ece0f4e1768cddf8853bb2d551b"},
};

TEST(Aes256Gcm, OpensWhatOthersHaveSealed) {
  for (const Sealed& one : vectors)
    EXPECT_EQ(aes_gcm_open(bytes_of(one.key), one.bytes(), bytes_of(one.aad)), bytes_of(one.plain));
}

TEST(Aes256Gcm, RefusesEveryChangedBit) {
  for (const Sealed& one : vectors) {
    const std::string key = bytes_of(one.key), aad = bytes_of(one.aad), sealed = one.bytes();
    for (std::size_t bit = 0; bit < sealed.size() * 8; ++bit) {
      std::string other = sealed;
      other[bit / 8] = static_cast<char>(other[bit / 8] ^ (1 << bit % 8));
      EXPECT_FALSE(aes_gcm_open(key, other, aad)) << bit;
    }
    for (std::size_t bit = 0; bit < key.size() * 8; ++bit) {
      std::string other = key;
      other[bit / 8] = static_cast<char>(other[bit / 8] ^ (1 << bit % 8));
      EXPECT_FALSE(aes_gcm_open(other, sealed, aad)) << bit;
    }
    for (std::size_t bit = 0; bit < aad.size() * 8; ++bit) {
      std::string other = aad;
      other[bit / 8] = static_cast<char>(other[bit / 8] ^ (1 << bit % 8));
      EXPECT_FALSE(aes_gcm_open(key, sealed, other)) << bit;
    }
  }
}

TEST(Aes256Gcm, RefusesWhatIsCutOrLonger) {
  const std::string key(32, 'k');
  const std::string sealed = aes_gcm_seal(key, "张三", "1|7|people.name|3");
  for (std::size_t size = 0; size < sealed.size(); ++size)
    EXPECT_FALSE(aes_gcm_open(key, sealed.substr(0, size), "1|7|people.name|3")) << size;
  EXPECT_FALSE(aes_gcm_open(key, sealed + '\0', "1|7|people.name|3"));
  EXPECT_FALSE(aes_gcm_open(key, "", ""));
  for (const std::size_t size : {0U, 16U, 31U, 33U, 64U})
    EXPECT_FALSE(aes_gcm_open(std::string(size, 'k'), sealed, "1|7|people.name|3")) << size;
}

TEST(Aes256Gcm, OpensOnlyWithItsAdditionalData) {
  const std::string key(32, 'k');
  const std::string sealed = aes_gcm_seal(key, "张三", "1|7|people.name|3");
  EXPECT_EQ(aes_gcm_open(key, sealed, "1|7|people.name|3"), "张三");
  for (const std::string_view aad : {"", "1|7|people.name|4", "1|7|people.name|33",
                                     "1|7|people.phone|3", "2|7|people.name|3", "17|people.name|3"})
    EXPECT_FALSE(aes_gcm_open(key, sealed, aad)) << aad;
}

TEST(Aes256Gcm, SealsAnythingAndNeverTwiceTheSame) {
  const std::string key = random_bytes(32);
  for (const std::string& plain :
       {std::string{}, std::string{"a"}, std::string(16, '\0'), std::string(100'000, 'x')}) {
    std::set<std::string> nonces;
    for (int i = 0; i < 50; ++i) {
      const std::string sealed = aes_gcm_seal(key, plain, {});
      EXPECT_EQ(sealed.size(), 12 + plain.size() + 16);
      EXPECT_EQ(aes_gcm_open(key, sealed, {}), plain);
      EXPECT_TRUE(nonces.insert(sealed.substr(0, 12)).second);
    }
  }
}

TEST(Crypto, RandomBytesDiffer) {
  EXPECT_EQ(random_bytes(0), "");
  std::set<std::string> seen;
  for (int i = 0; i < 100; ++i) EXPECT_TRUE(seen.insert(random_bytes(16)).second);
}

TEST(Crypto, EqualMeansTheSameBytes) {
  EXPECT_TRUE(equal_in_constant_time("", ""));
  EXPECT_TRUE(equal_in_constant_time("abc", "abc"));
  for (const std::string_view other : {"", "ab", "abd", "abcd", "Abc"})
    EXPECT_FALSE(equal_in_constant_time("abc", other)) << other;
}

TEST(Crypto, AWipedSecretIsGone) {
  std::string secret(64, 's');
  const char* bytes = secret.data();
  wipe(secret);
  EXPECT_TRUE(secret.empty());
  EXPECT_EQ(bytes, secret.data());
  EXPECT_EQ(std::string(bytes, 1), std::string(1, '\0'));
}

}  // namespace
}  // namespace xb::sealing
