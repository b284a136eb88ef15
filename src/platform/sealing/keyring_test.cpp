#include "platform/sealing/keyring.h"

#include <fstream>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <sys/stat.h>

#include <gtest/gtest.h>

#include "core/encoding.h"
#include "platform/sealing/crypto.h"
#include "platform/sealing/rows.h"
#include "platform/storage/failure.h"
#include "test/support/databases.h"

namespace xb::sealing {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view key_files[] = {"kek-1",   "blind_index-1", "receipt-1",
                                          "entry-1", "number-1",      "session-1"};

// An installation's keys, in a folder that goes with the test.
struct Installation {
  test::Folder folder;
  fs::path secret = folder.path() / "secret";
  Keyring keys = *Keyring::create(secret);

  void write(const std::string& name, const std::string& text) const {
    std::ofstream(secret / name) << text;
    fs::permissions(secret / name, fs::perms::owner_read | fs::perms::owner_write);
  }
  std::string loaded() const {
    const auto ring = Keyring::load(secret);
    return ring ? "" : ring.error().code;
  }
};

// What was altered or moved is a failure that names the place and nothing of the value.
void expect_altered(const std::function<void()>& open, std::string_view place) {
  try {
    open();
    ADD_FAILURE() << "opened";
  } catch (const storage::Failure& failure) {
    EXPECT_EQ(failure.fault(), storage::Fault::other);
    EXPECT_EQ(failure.code(), "sealed");
    EXPECT_EQ(failure.statement(), place);
  }
}

TEST(Keyring, IsMadeOnce) {
  const Installation bank;
  const auto fingerprints = bank.keys.fingerprints();
  const auto again = Keyring::create(bank.secret);
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().code, "keys.exist");
  EXPECT_EQ(Keyring::load(bank.secret)->fingerprints(), fingerprints);
}

TEST(Keyring, IsNotMadeAmongOtherFiles) {
  const test::Folder folder;
  std::ofstream(folder.path() / "kek-1") << "half a key";
  EXPECT_EQ(Keyring::create(folder.path()).error().code, "keys.exist");
  EXPECT_EQ(Keyring::create(folder.path() / "a" / "b")->fingerprints().size(), 6u);
}

TEST(Keyring, OnlyItsOwnerMayRead) {
  const Installation bank;
  struct stat state {};
  ASSERT_EQ(stat(bank.secret.c_str(), &state), 0);
  EXPECT_EQ(state.st_mode & 07777, 0700u);
  std::set<std::string> files;
  for (const auto& file : fs::directory_iterator(bank.secret)) {
    ASSERT_EQ(stat(file.path().c_str(), &state), 0);
    EXPECT_EQ(state.st_mode & 07777, 0600u) << file.path();
    files.insert(file.path().filename());
  }
  EXPECT_EQ(files, std::set<std::string>(std::begin(key_files), std::end(key_files)));
}

TEST(Keyring, IsNotLoadedIfOthersMayRead) {
  for (const mode_t mode : {0640U, 0604U, 0644U, 0610U, 0601U, 0620U, 0602U}) {
    const Installation bank;
    chmod((bank.secret / "entry-1").c_str(), mode);
    EXPECT_EQ(bank.loaded(), "keys.readable_by_others") << std::oct << mode;
  }
}

TEST(Keyring, IsNotLoadedIfAKeyIsMissing) {
  const test::Folder empty;
  EXPECT_EQ(Keyring::load(empty.path()).error().code, "keys.missing");
  EXPECT_EQ(Keyring::load(empty.path() / "nowhere").error().code, "keys.missing");
  for (const auto file : key_files) {
    const Installation bank;
    fs::remove(bank.secret / file);
    EXPECT_EQ(bank.loaded(), "keys.missing") << file;
  }
}

TEST(Keyring, IsNotLoadedIfAKeyIsDamaged) {
  const std::string whole = base64(std::string(32, 'k'));
  for (const std::string& text :
       {std::string{}, std::string{"\n"}, whole.substr(0, 43), whole.substr(0, 40),
        base64(std::string(31, 'k')), base64(std::string(33, 'k')), base64(""), " " + whole,
        whole + " ", "\n" + whole, std::string(44, '?'), std::string(32, 'k')}) {
    for (const auto file : key_files) {
      const Installation bank;
      bank.write(std::string{file}, text);
      EXPECT_EQ(bank.loaded(), "keys.missing") << file << ": " << text;
    }
  }
  const Installation bank;
  bank.write("entry-1", whole);  // a line break less does no harm
  EXPECT_EQ(bank.loaded(), "");
}

// Else such a file would be taken for the newest key, or end the program.
TEST(Keyring, IsNotLoadedWithAKeyOfNoEpoch) {
  for (const std::string name : {"kek-", "kek-x", "kek-1~", "kek-9.bak", "kek-0", "kek--1",
                                 "kek-01", "kek- 2", "kek-+2", "kek-99999999999999999999"}) {
    const Installation bank;
    bank.write(name, base64(std::string(32, 'k')));
    EXPECT_EQ(bank.loaded(), "keys.missing") << name;
  }
}

TEST(Keyring, FingerprintsTellKeysApartAndNothingElse) {
  const Installation bank, other;
  std::set<std::string> seen;
  for (const auto* installation : {&bank, &other})
    for (const auto& [name, fingerprint] : installation->keys.fingerprints()) {
      EXPECT_EQ(fingerprint.size(), 32u);
      EXPECT_TRUE(seen.insert(fingerprint).second) << name;
      std::string secret;
      std::getline(std::ifstream(installation->secret / name) >> std::ws, secret);
      EXPECT_EQ(hex(*from_base64(secret)).find(fingerprint), std::string::npos);
    }
  EXPECT_EQ(seen.size(), 12u);
  EXPECT_EQ(bank.keys.fingerprints(), Keyring::load(bank.secret)->fingerprints());
}

TEST(Keyring, AWrappedKeyOpensWhatItSealed) {
  const Installation bank;
  const DataKey key = bank.keys.fresh({7});
  const std::string wrapped = bank.keys.wrap(key);
  EXPECT_TRUE(wrapped.starts_with("1:"));
  EXPECT_NE(bank.keys.wrap(key), wrapped);
  const std::string sealed = key.seal("张三", "people.name", 3);
  const DataKey unwrapped = Keyring::load(bank.secret)->unwrap({7}, wrapped);
  EXPECT_EQ(unwrapped.id(), Id<DataKey>{7});
  EXPECT_EQ(unwrapped.open(sealed, "people.name", 3), "张三");
}

TEST(Keyring, AWrappedKeyIsItsOwnRows) {
  const Installation bank, other;
  const std::string wrapped = bank.keys.wrap(bank.keys.fresh({7}));
  expect_altered([&] { bank.keys.unwrap({8}, wrapped); }, "data_key");
  expect_altered([&] { other.keys.unwrap({7}, wrapped); }, "data_key");
  for (const std::string& text :
       {std::string{}, std::string{":"}, wrapped.substr(1), wrapped.substr(2),
        "2" + wrapped.substr(1), "01" + wrapped.substr(1), wrapped + "=",
        wrapped.substr(0, wrapped.size() - 4), "x" + wrapped.substr(1), " " + wrapped,
        std::string{"1:"}})
    expect_altered([&] { bank.keys.unwrap({7}, text); }, "data_key");
  for (std::size_t i = 2; i < wrapped.size(); ++i) {
    std::string text = wrapped;
    text[i] = text[i] == 'A' ? 'B' : 'A';
    expect_altered([&] { bank.keys.unwrap({7}, text); }, "data_key");
  }
}

TEST(Keyring, ANewEpochWrapsNewKeysAndTheOldOneStillOpens) {
  const Installation bank;
  const DataKey key = bank.keys.fresh({7});
  const std::string old_wrapped = bank.keys.wrap(key);
  for (const std::string epoch : {"2", "10"}) {
    bank.write("kek-" + epoch, base64(random_bytes(32)) + "\n");
    const Keyring ring = *Keyring::load(bank.secret);
    const std::string wrapped = ring.wrap(key);
    EXPECT_TRUE(wrapped.starts_with(epoch + ":"));
    const std::string sealed = key.seal("a", "b", 1);
    EXPECT_EQ(ring.unwrap({7}, wrapped).open(sealed, "b", 1), "a");
    EXPECT_EQ(ring.unwrap({7}, old_wrapped).open(sealed, "b", 1), "a");
    expect_altered([&] { bank.keys.unwrap({7}, wrapped); }, "data_key");
    expect_altered([&] { ring.unwrap({7}, "1" + wrapped.substr(epoch.size())); }, "data_key");
  }
}

TEST(DataKey, SealsForOnePlaceOnly) {
  const Installation bank;
  const DataKey key = bank.keys.fresh({7}), other_key = bank.keys.fresh({7});
  const std::string sealed = key.seal("13800138000", "people.phone", 3);
  EXPECT_EQ(key.open(sealed, "people.phone", 3), "13800138000");
  EXPECT_NE(key.seal("13800138000", "people.phone", 3), sealed);
  expect_altered([&] { key.open(sealed, "people.fax", 3); }, "people.fax");
  expect_altered([&] { key.open(sealed, "people.phone", 4); }, "people.phone");
  expect_altered([&] { key.open(sealed, "people.phone|3", 3); }, "people.phone|3");
  expect_altered([&] { other_key.open(sealed, "people.phone", 3); }, "people.phone");
  const std::string secret(32, 's');
  const DataKey seventh({7}, secret), eighth({8}, secret);
  expect_altered([&] { eighth.open(seventh.seal("a", "b", 1), "b", 1); }, "b");
}

TEST(DataKey, RefusesEveryChangedCharacter) {
  const Installation bank;
  const DataKey key = bank.keys.fresh({7});
  const std::string sealed = key.seal("13800138000", "people.phone", 3);
  for (std::size_t i = 0; i < sealed.size(); ++i) {
    std::string text = sealed;
    text[i] = text[i] == 'A' ? 'B' : 'A';
    expect_altered([&] { key.open(text, "people.phone", 3); }, "people.phone");
  }
  for (const std::string& text : {std::string{}, sealed.substr(4), sealed + sealed, sealed + "\n",
                                  std::string{"13800138000"}})
    expect_altered([&] { key.open(text, "people.phone", 3); }, "people.phone");
  EXPECT_EQ(key.open(key.seal("", "a", 1), "a", 1), "");
}

TEST(Keyring, EachPurposeHasItsOwnKey) {
  const Installation bank, other;
  std::set<std::string> seen;
  for (const auto* installation : {&bank, &other})
    for (const Purpose purpose : {Purpose::blind_index, Purpose::receipt, Purpose::entry,
                                  Purpose::number, Purpose::session}) {
      const std::string mac = installation->keys.mac(purpose, "7");
      EXPECT_EQ(mac.size(), 32u);
      EXPECT_TRUE(seen.insert(mac).second);
      EXPECT_EQ(Keyring::load(installation->secret)->mac(purpose, "7"), mac);
    }
}

TEST(BlindIndex, IsStableAndItsOwnForEachKindAndInstallation) {
  const Installation bank, other;
  const std::string index = bank.keys.blind_index("phone", "13800138000");
  EXPECT_EQ(index.size(), 2 + 24u);
  EXPECT_TRUE(index.starts_with("1:"));
  EXPECT_EQ(Keyring::load(bank.secret)->blind_index("phone", "13800138000"), index);
  EXPECT_NE(bank.keys.blind_index("phone", "13800138001"), index);
  EXPECT_NE(bank.keys.blind_index("card_number", "13800138000"), index);
  EXPECT_NE(bank.keys.blind_index("phone1", "3800138000"), index);
  EXPECT_NE(other.keys.blind_index("phone", "13800138000"), index);
}

TEST(BlindIndex, IsTheSameHoweverTheValueWasWritten) {
  const Installation bank;
  const auto index = [&](std::string phone) {
    return BlindIndex<privacy::Phone>::of(bank.keys,
                                          *privacy::Personal<privacy::Phone>::from(phone))
        .text;
  };
  EXPECT_EQ(index("138-0013-8000"), index("+86 13800138000"));
  EXPECT_NE(index("138-0013-8000"), index("138-0013-8001"));
  EXPECT_FALSE(
      BlindIndex<privacy::Phone>::of(bank.keys, std::optional<privacy::Personal<privacy::Phone>>{})
          .text);
}

}  // namespace
}  // namespace xb::sealing
