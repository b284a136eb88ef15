#include "app/founding.h"

#include <fstream>
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "app/demo.h"
#include "app/demo_people.h"
#include "platform/evidence/entries.h"
#include "platform/evidence/extent.h"
#include "platform/identity/organisation/service.h"
#include "platform/identity/signing_in/service.h"
#include "test/support/bank.h"
#include "test/support/world.h"

namespace xb::app {
namespace {

namespace fs = std::filesystem;

class TheFounding : public testing::TestWithParam<test::Engine> {
 protected:
  // On PostgreSQL the bank owns an empty database.
  TheFounding() {
    if (GetParam() == test::Engine::sqlite) return;
    const auto connection = storage::connect(source_.options());
    connection->run("DROP SCHEMA public CASCADE", {});
    connection->run("CREATE SCHEMA public", {});
  }

  Founding plan(bool is_demo = true) const {
    const std::string database =
        GetParam() == test::Engine::sqlite ? "sqlite" : source_.options().address;
    return {root_, database, is_demo};
  }
  std::string refusal(const Founding& founding) {
    const auto logins = found(founding);
    return logins ? "none" : logins.error().code;
  }
  std::unique_ptr<Installation> opened() {
    auto installation = open_installation(root_);
    EXPECT_TRUE(installation.has_value()) << installation.error().code;
    return std::move(*installation);
  }
  static std::int64_t count(Installation& installation, const char* table) {
    return static_cast<std::int64_t>(test::world(*installation.database).at(table).size());
  }

  const test::Folder folder_;
  const fs::path root_ = folder_.path() / "bank";
  test::TestDatabase source_{GetParam()};
};

Result<identity::SignedIn> enter(Installation& installation, const Login& login) {
  return identity::sign_in(
      {*installation.database, installation.keys, installation.configuration.zone,
       installation.configuration.wants_second_factor},
      {Text<100, Presence::required>::trusted(login.login),
       identity::PasswordText::trusted(login.password),
       {}},
      {"127.0.0.1", "test"}, installation.clock->now());
}

TEST_P(TheFounding, OfADemoBankLetsOnePersonOfEachPostIn) {
  const auto logins = found(plan());
  ASSERT_TRUE(logins.has_value()) << logins.error().code;
  std::set<std::string> posts;
  const auto installation = opened();
  for (const Login& login : logins->logins) {
    posts.insert(login.post);
    const auto signed_in = enter(*installation, login);
    ASSERT_TRUE(signed_in.has_value()) << login.login << " " << signed_in.error().code;
    EXPECT_EQ(signed_in->view.person.post, login.post);
    EXPECT_EQ(signed_in->view.person.post_name, login.post_name);
    EXPECT_EQ(signed_in->view.person.unit, login.org);
    EXPECT_EQ(signed_in->view.due, identity::Due::nothing) << "one can look around at once";
  }
  EXPECT_EQ(posts.size(), demo_logins);
  for (const char* post : {"teller", "officer", "administrator", "operations_manager",
                           "outlet_head", "branch_officer", "handler", "auditor"})
    EXPECT_TRUE(posts.contains(post)) << post;
  EXPECT_EQ(count(*installation, "people"), static_cast<std::int64_t>(demo_people));
  EXPECT_EQ(count(*installation, "credentials"), static_cast<std::int64_t>(demo_logins))
      << "the others get a link first";
  EXPECT_EQ(count(*installation, "complaints"), 0);
}

TEST_P(TheFounding, OfADemoBankHasItsTreeWithAHeadAndAnOfficerEverywhere) {
  ASSERT_TRUE(found(plan()).has_value());
  const auto installation = opened();
  std::map<identity::UnitKind, int> kinds;
  installation->database->read([&](storage::Transaction& tx) {
    const Date today = installation->configuration.zone.date(installation->clock->now());
    for (const auto& lack : identity::lacks(tx, today)) ADD_FAILURE() << lack.code;
    const auto tree = identity::tree(tx, today, {}, {});
    for (const auto& line : tree->items) ++kinds[line.kind];
    const auto before = identity::tree(tx, today, parse_date("2025-03-01"), {});
    std::map<std::string, std::string> names;
    for (const auto& line : before->items) names[line.code] = line.name;
    EXPECT_EQ(names["310002"], "文庙分理处") << "as it was called then";
    EXPECT_EQ(names["210099"], "东湖夜市支行") << "closed since";
  });
  using enum identity::UnitKind;
  EXPECT_EQ(kinds[branch], 5);
  EXPECT_EQ(kinds[sub_branch], 31);
  EXPECT_EQ(kinds[outlet], 128);
  EXPECT_EQ(kinds[department], 19);
  EXPECT_EQ(kinds[committee], 2);
}

TEST_P(TheFounding, OfARealBankHiresTheAdministratorAlone) {
  const auto logins = found(plan(false));
  ASSERT_TRUE(logins.has_value()) << logins.error().code;
  ASSERT_EQ(logins->logins.size(), 1u);
  EXPECT_EQ(logins->logins[0].login, "administrator");
  const auto installation = opened();
  EXPECT_EQ(enter(*installation, logins->logins[0])->view.due, identity::Due::password)
      << "and then sets a second factor";
  EXPECT_EQ(count(*installation, "units"), 1);
  EXPECT_EQ(count(*installation, "people"), 1);
}

TEST_P(TheFounding, ShowsPasswordsThisOnce) {
  const auto first = found(plan());
  ASSERT_TRUE(first.has_value());
  const auto installation = opened();
  const auto world = test::world(*installation->database);
  for (const Login& login : first->logins) {
    EXPECT_EQ(login.password.size(), 16u);
    EXPECT_FALSE(test::holds(world, login.password));
  }
  EXPECT_NE(first->logins[0].password, first->logins[1].password);
}

TEST_P(TheFounding, IsTheFirstEntryOfTheLog) {
  ASSERT_TRUE(found(plan()).has_value());
  const auto installation = opened();
  installation->database->read([&](storage::Transaction& tx) {
    EXPECT_EQ(evidence::extent(tx), 4) << "and the calendars that ship";
    EXPECT_TRUE(evidence::last_entry_at(tx).has_value());
    EXPECT_EQ(evidence::placed(tx, 0, 10).at(0).kind, "bank.founded");
  });
}

TEST_P(TheFounding, HappensOnce) {
  const auto logins = found(plan());
  ASSERT_TRUE(logins.has_value());
  const auto before = test::world(*opened()->database);
  EXPECT_EQ(refusal(plan()), "directory.not_empty");
  Founding elsewhere = plan();
  elsewhere.root = folder_.path() / "elsewhere";
  EXPECT_EQ(refusal(elsewhere),
            GetParam() == test::Engine::postgres ? "database.not_empty" : "none")
      << "nor twice in one database";
  EXPECT_EQ(test::world(*opened()->database), before);
}

TEST_P(TheFounding, NeedsAnEmptyDirectory) {
  fs::create_directories(root_);
  EXPECT_EQ(refusal(plan()), "none") << "one that is there and empty will do";
  Founding elsewhere = plan();
  elsewhere.root = folder_.path() / "elsewhere";
  fs::create_directories(elsewhere.root);
  std::ofstream(elsewhere.root / "notes.txt") << "mine";
  EXPECT_EQ(refusal(elsewhere), "directory.not_empty");
  EXPECT_EQ(std::distance(fs::directory_iterator(elsewhere.root), fs::directory_iterator{}), 1);
}

TEST_P(TheFounding, OpensWithItsOwnKeysOnly) {
  ASSERT_TRUE(found(plan()).has_value());
  fs::rename(root_ / "secret", folder_.path() / "secret");
  auto refused = open_installation(root_);
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().code, "keys.missing");
  ASSERT_TRUE(sealing::Keyring::create(root_ / "secret").has_value());
  refused = open_installation(root_);
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().code, "keys.wrong");
  fs::remove_all(root_ / "secret");
  fs::rename(folder_.path() / "secret", root_ / "secret");
  EXPECT_TRUE(open_installation(root_).has_value());
}

TEST_P(TheFounding, LetsOneProcessIn) {
  ASSERT_TRUE(found(plan()).has_value());
  const auto first = opened();
  const auto second = open_installation(root_);
  ASSERT_FALSE(second.has_value());
  EXPECT_EQ(second.error().code, "directory.held");
}

TEST_P(TheFounding, ADemoBankHasAsManyComplaintsAsWereAskedFor) {
  constexpr std::int64_t wanted = 170;  // beside which a bank this small has nothing else
  Founding founding = plan();
  founding.complaints = wanted;
  ASSERT_TRUE(found(founding).has_value());
  const auto installation = opened();
  EXPECT_EQ(count(*installation, "complaints"), wanted);
  const auto world = test::world(*installation->database);
  EXPECT_TRUE(test::holds(world, "imported", "complaints"));
  EXPECT_TRUE(test::holds(world, "closed", "complaints"));
  installation->database->read([&](storage::Transaction& tx) {
    EXPECT_EQ(evidence::extent(tx), static_cast<std::int64_t>(world.at("evidence_entries").size()))
        << "every entry has its place";
  });
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, TheFounding, test::each_database, test::name_of_database);

TEST(AFounding, OnADatabaseThatIsNotThereIsRefused) {
  const test::Folder folder;
  const auto refused =
      found({folder.path() / "bank",
             "postgresql://postgres@/xiaobao?host=" + folder.path().string(), false});
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().code, "database.unreachable");
  EXPECT_TRUE(fs::is_empty(folder.path())) << "it can be tried again";
}

TEST(AFounding, TakesAwayWhatAnEarlierOneLeftAndNothingElse) {
  const test::Folder folder;
  const fs::path root = folder.path() / "bank";
  const fs::path left = folder.path() / "bank.new";
  fs::create_directories(left / "run");
  std::ofstream(left / "xiaobao.db") << "half";
  ASSERT_TRUE(found({root, "sqlite", false}).has_value());
  EXPECT_FALSE(fs::exists(left));
  fs::create_directories(left);
  std::ofstream(left / "notes.txt") << "mine";
  fs::remove_all(root);
  const auto refused = found({root, "sqlite", false});
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error(), (Refusal{Reason::conflict, "directory.not_empty", "bank.new"}));
  EXPECT_TRUE(fs::exists(left / "notes.txt"));
  EXPECT_FALSE(fs::exists(root));
}

TEST(AFounding, WaitsForAnotherThatIsAtIt) {
  const test::Folder folder;
  const fs::path left = folder.path() / "bank.new";
  fs::create_directories(left / "run");
  const auto lock = DirectoryLock::take({left});
  ASSERT_TRUE(lock.has_value());
  const auto refused = found({folder.path() / "bank", "sqlite", false});
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().code, "directory.held");
  EXPECT_TRUE(fs::exists(left));
}

}  // namespace
}  // namespace xb::app
