// Banks of before codes: what was named gets its code, what nobody knows stays and is marked.
#include "modules/complaints/types.h"
#include "platform/storage/migrations.h"
#include "platform/storage/transaction.h"
#include "test/support/bank.h"

namespace xb::complaints {
namespace {

using storage::Migration;

class BanksOfBefore : public testing::TestWithParam<test::Engine> {
 protected:
  BanksOfBefore() {
    auto options = source_.options();
    if (GetParam() == test::Engine::sqlite) options.address = folder_.path() / "old.db";
    connection_ = storage::connect(options);
    if (GetParam() == test::Engine::postgres) {
      connection_->run("DROP SCHEMA public CASCADE", {});
      connection_->run("CREATE SCHEMA public", {});
    }
    all_ = storage::shipped_migrations(connection_->dialect());
    std::vector<Migration> before;
    for (const Migration& one : all_)
      if (one.stamp < "20261122T1030") before.push_back(one);
    storage::migrate(*connection_, before);
  }
  void insert(std::int64_t id, const char* source, const char* channel, const char* business,
              storage::Cell cause) {
    connection_->run(
        "INSERT INTO complaints (id, key_id, number, state, origin, source, intake_channel,"
        " business, cause, summary, received_at, registered_at, receipt_epoch, version)"
        " VALUES (?, 1, ?, 'registered', 'imported', ?, ?, ?, ?, '', 0, 0, 1, 1)",
        {id, std::to_string(id), source, channel, business, cause});
  }

  const test::Folder folder_;
  test::TestDatabase source_{GetParam()};
  std::unique_ptr<storage::Connection> connection_;
  std::vector<Migration> all_;
};

struct Classes {
  IntakeKind kind = IntakeKind::praise;
  std::optional<Code> source;
  RequiredCode intake_channel;
  std::optional<Code> business;
  std::optional<Code> cause;
  Codes unknown_codes;
};
BOOST_DESCRIBE_STRUCT(Classes, (), (kind, source, intake_channel, business, cause, unknown_codes))

TEST_P(BanksOfBefore, GetCodesForNamesAndMarksForWhatNobodyKnows) {
  insert(1, "人行转办", "客服热线", "银行卡-信用卡-息费", "定价收费");
  insert(2, "CFPB", "Web", "Mortgage / Loan", {});
  storage::migrate(*connection_, all_);
  storage::IdBlock no_ids;
  const storage::TableKinds kinds(all_);
  storage::Transaction tx(*connection_, no_ids, kinds);
  const auto rows = tx.all<Classes>(
      storage::Sql<>("SELECT kind, source, intake_channel, business, cause, unknown_codes"
                     " FROM complaints ORDER BY id"));
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].kind, IntakeKind::complaint);
  EXPECT_EQ(rows[0].source->str(), "pboc_referral");
  EXPECT_EQ(rows[0].intake_channel.str(), "hotline");
  EXPECT_EQ(rows[0].business->str(), "credit_card_fees");
  EXPECT_EQ(rows[0].cause->str(), "pricing");
  EXPECT_TRUE(rows[0].unknown_codes.items.empty());
  EXPECT_EQ(rows[1].source->str(), "CFPB");
  EXPECT_EQ(rows[1].unknown_codes.items,
            (std::vector<std::string>{"source", "intake_channel", "business"}));
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, BanksOfBefore, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::complaints
