#include "modules/complaints/similar/service.h"

#include <random>
#include <set>

#include "modules/complaints/accusation/service.h"
#include "modules/complaints/clocks/sources.h"
#include "modules/complaints/decision/deciding_fixture.h"
#include "modules/complaints/followers.h"
#include "modules/complaints/importing/service.h"
#include "modules/complaints/similar/store.h"
#include "platform/clocks/replay.h"

namespace xb::complaints {
namespace {

class SimilarCases : public Deciding {
 protected:
  // Lets the follower read what is new.
  void follow() {
    bank_.place();
    evidence::Followers followers(bank_.database(), {grouping(test::keys())});
    while (followers.step()) continue;
  }
  SimilarTexts similar(Id<Complaint> id, const Actor& actor) {
    return *bank_.read(actor, [&](Work& work) { return similar_to(work, id); });
  }
  Id<Complaint> told(const std::string& text, const std::string& phone = "13812345678") {
    return registered(R"({"intake_channel": "信函", "summary": "信函反映", "description": ")" +
                      text + R"(", "complainant": {"phone": ")" + phone + R"("}})")
        .id;
  }
  Result<ComplaintState> join_it(Id<Complaint> id, Id<Complaint> into) {
    return take(bank_.chen_yu, id,
                R"({"into_id": )" + std::to_string(into.number) + R"(, "reason": "同一人同一事"})",
                join);
  }

  // Those that later texts are held against.
  std::set<std::int64_t> banded() {
    std::vector<std::int64_t> ids;
    bank_.database().read([&](storage::Transaction& tx) {
      ids = tx.all<std::int64_t>(storage::Query{
          storage::Sql<>("SELECT DISTINCT complaint_id FROM text_bands ORDER BY complaint_id")});
    });
    return {ids.begin(), ids.end()};
  }
  Result<ComplaintState> split_it(Id<Complaint> id,
                                  std::string_view json = R"({"reason": "另有一笔扣费"})") {
    return take(bank_.chen_yu, id, json, split);
  }
  void follow_counts() {
    bank_.place();
    evidence::Followers followers(bank_.database(), {counting()});
    while (followers.step()) continue;
  }

  static std::string letter(int n) {
    static const char* const reasons[] = {"经营失败", "失业在家", "突患疾病", "投资失利"};
    static const char* const ends[] = {"盼复。", "请于收到本函之日起15日内书面答复。", "谢谢。"};
    return "本人因" + std::string{reasons[n % 4]} + "无力偿还贵行信用卡欠款本金" +
           std::to_string(8'000 + 731 * n) +
           "元，现依据《商业银行信用卡业务监督管理办法》第七十条申请个性化分期60期，要求停止计息、"
           "停止一切催收、"
           "减免全部利息及违约金并出具书面答复。在此期间如继续骚扰本人及家人，将向监管部门和媒体反"
           "映。" +
           ends[n % 3];
  }
};

// What a customer might say, of parts drawn for each.
class Voices {
 public:
  std::string next() {
    static const char* const when[] = {"昨天下午", "上周五一早", "10月15日",
                                       "前天中午", "国庆节前",   "今天刚开门"};
    static const char* const where[] = {"在东湖支行柜台", "在手机银行里", "打客服电话",
                                        "在自助机上", "在城西网点大厅"};
    static const char* const what[] = {"办理转账时被告知限额只有两千元，说不清是谁定的",
                                       "发现账单里多扣了一笔年费，没有人提前说过",
                                       "存的八千块机器点完就黑屏了，凭条也没出来",
                                       "想提前还房贷，排了两个月还说要等",
                                       "被要求把家里人都叫来签字才给取钱",
                                       "买的产品到期只拿回来一半，当时说得好好的"};
    static const char* const feeling[] = {"我非常生气",         "来回跑了三趟",
                                          "没有一个人给我准话", "耽误了给孩子交学费",
                                          "老人站了两个小时",   "电话里互相推"};
    static const char* const wish[] = {"要求退钱并且道歉",           "请给我一个书面说明",
                                       "希望尽快恢复正常使用",       "要求处理相关人员",
                                       "请明确告诉我什么时候能办好", "把多扣的利息还给我"};
    return std::string{pick(when)} + pick(where) + pick(what) + "，" + pick(feeling) + "，" +
           pick(feeling) + "。" + pick(wish) + "，" + pick(wish) + "。";
  }

 private:
  template <std::size_t n>
  const char* pick(const char* const (&from)[n]) {
    return from[random_() % n];
  }
  std::mt19937 random_{20261120};
};

// Must show of the issue: 14 near-identical letters among 3,000 complaints.
TEST_P(SimilarCases, FourteenLettersAmongThreeThousandAreOneGroup) {
  Voices voices;
  std::vector<Id<Complaint>> letters;
  for (int batch = 0; batch < 30; ++batch) {
    const auto done = bank_.write(bank_.li_na, test::monday, [&](Work& work) -> Result<void> {
      for (int i = batch * 100; i < batch * 100 + 100; ++i) {
        const bool is_letter = i % 215 == 0 && letters.size() < 14;
        const std::string text =
            is_letter ? letter(static_cast<int>(letters.size())) : voices.next();
        const auto state = TRY(register_complaint(
            work, input<NewComplaint>(
                      R"({"intake_channel": "信函", "summary": "来信", "description": ")" + text +
                      R"(", "complainant": {"name": "李四"}})")));
        if (is_letter) letters.push_back(state.id);
      }
      return {};
    });
    ASSERT_TRUE(done.has_value()) << refusal(done);
  }
  ASSERT_EQ(letters.size(), 14u);
  follow();
  const auto found = similar(letters[5], bank_.chen_yu);
  std::set<std::int64_t> others;
  for (const auto& item : found.items) others.insert(item.id.number);
  EXPECT_EQ(others.size(), 13u);
  for (const auto id : letters) {
    if (id == letters[5]) continue;
    EXPECT_TRUE(others.contains(id.number)) << id.number;
  }
  ASSERT_FALSE(found.shared.empty());
  EXPECT_NE(found.shared[0].reveal().find("申请个性化分期60期"), std::string::npos);
  const auto groups = bank_.read(bank_.chen_yu, [&](Work& work) { return similar_groups(work); });
  std::size_t large = 0;
  for (const auto& group : groups->items) large += group.count >= 14 ? 1 : 0;
  EXPECT_EQ(large, 1u);
}

TEST_P(SimilarCases, AreShownToThoseWhoSeeThem) {
  const auto first = told(letter(0));
  const auto second = told(letter(12));
  follow();
  EXPECT_EQ(similar(first, bank_.chen_yu).items.size(), 1u);
  EXPECT_EQ(
      refusal(bank_.read(bank_.zhou_jun, [&](Work& work) { return similar_to(work, second); })),
      "complaint.missing");
  EXPECT_TRUE(
      bank_.read(bank_.zhou_jun, [&](Work& work) { return similar_groups(work); })->items.empty());
  EXPECT_TRUE(
      bank_.read(bank_.chen_yu, [&](Work& work) { return similar_groups(work); })->items.empty())
      << "two are no group";
}

// A thousand copies of a letter cost no more than the first of them.
TEST_P(SimilarCases, CopiesAreFoundByTheFirstAndByTheNextOnceThatIsGone) {
  const auto brought_in = bank_.write(bank_.chen_yu, now_, [&](Work& work) {
    return Result<Id<Complaint>>{import_complaint(
        work, input<ImportedComplaint>(R"({"intake_channel": "letter", "summary": "s",
                  "received_at": "2025-01-01T00:00:00Z", "description": ")" +
                                       letter(0) + "\"}"))};
  });
  std::vector<Id<Complaint>> copies;
  for (int i = 0; i < 4; ++i) copies.push_back(told(letter(0)));
  const auto other = told(letter(1));  // of the group, and no copy
  follow();
  EXPECT_EQ(similar(copies[3], bank_.chen_yu).items.size(), 5u);
  EXPECT_EQ(banded(), (std::set<std::int64_t>{brought_in->number, other.number}));

  const auto gone = bank_.write(bank_.chen_yu, now_, [&](Work& work) -> Result<void> {
    import_target().remove(work, brought_in->number);
    return {};
  });
  ASSERT_TRUE(gone.has_value());
  const auto later = told(letter(0));
  follow();
  EXPECT_EQ(banded(), (std::set<std::int64_t>{copies[3].number, other.number}));
  EXPECT_EQ(similar(later, bank_.chen_yu).items.size(), 5u);
}

TEST_P(SimilarCases, TheSecondOfOnePersonIsJoinedToTheFirst) {
  const auto first = told(letter(0));
  now_ = now_ + std::chrono::hours{1};
  const auto second = registered(R"({"intake_channel": "客服热线", "summary": "上次那个事怎么样了",
                                     "complainant": {"phone": "13812345678"}})",
                                 now_)
                          .id;
  const auto other = told(letter(1), "13900001111");
  EXPECT_EQ(refusal(join_it(second, second)), "joining.itself into_id");
  EXPECT_EQ(refusal(join_it(second, {999})), "joining.missing into_id");
  EXPECT_EQ(refusal(join_it(other, first)), "joining.other_person into_id");
  EXPECT_EQ(refusal(join_it(first, second)), "joining.later into_id");
  const auto joined = join_it(second, first);
  ASSERT_TRUE(joined.has_value()) << refusal(joined);
  EXPECT_EQ(joined->state, State::joined);
  EXPECT_TRUE(joined->clocks[0].stopped_at.has_value());
  EXPECT_EQ(found(second).joined_into_id, first);
  EXPECT_TRUE(found(first).due_at.has_value()) << "the first goes on";
  EXPECT_EQ(kinds_of(second).back(), "complaint.joined");
  EXPECT_EQ(refusal(join_it(second, first)), "complaint.wrong_state");
  ASSERT_TRUE(close(first).has_value());
  now_ = now_ + std::chrono::hours{5};
  const auto third = registered(R"({"intake_channel": "客服热线", "summary": "还没解决",
                                    "complainant": {"phone": "13812345678"}})",
                                now_)
                         .id;
  EXPECT_EQ(refusal(join_it(third, first)), "joining.over into_id");
}

TEST_P(SimilarCases, WhoIsAccusedInOneSeesNeitherTheOtherNorThatItIsThere) {
  const auto first = registered(whole_complaint).id;
  const auto second = registered(whole_complaint).id;
  const auto accuse = [&](Id<Complaint> id) {
    return refusal(
        take(bank_.chen_yu, id, R"({"accused_id": 212, "reason": "客户点名"})", name_accused));
  };
  ASSERT_EQ(accuse(first), "none");
  EXPECT_EQ(refusal(join_it(second, first)), "joining.other_accused into_id");
  ASSERT_EQ(accuse(second), "none");
  EXPECT_EQ(refusal(join_it(second, first)), "none");

  // He is named in the first only after somebody joined another to it.
  const auto earlier = registered(whole_complaint).id;
  const auto later = handled();
  ASSERT_EQ(refusal(join_it(later, earlier)), "none");
  ASSERT_EQ(refusal(take(bank_.chen_yu, earlier, R"({"accused_id": 211, "reason": "客户点名"})",
                         name_accused)),
            "none");
  const auto seen = bank_.read(lin_fang(), [&](Work& work) { return find(work, later); });
  ASSERT_TRUE(seen.has_value()) << refusal(seen);
  EXPECT_EQ(seen->joined_into_id, std::nullopt);
  const auto story = bank_.read(lin_fang(), [&](Work& work) { return timeline(work, later); });
  EXPECT_EQ(story->items.back().kind, "complaint.joined");
  EXPECT_EQ(story->items.back().facts.text.find("into_id"), std::string::npos);
  const auto whole = bank_.read(bank_.chen_yu, [&](Work& work) { return timeline(work, later); });
  EXPECT_NE(whole->items.back().facts.text.find("into_id"), std::string::npos);
}

TEST_P(SimilarCases, WhatWasJoinedByMistakeIsSplitOffWithItsLimitsAsIfNothingHadBeen) {
  const auto first = registered(whole_complaint).id;
  const auto id = handled();
  const auto due_at = found(id).due_at;
  ASSERT_TRUE(due_at.has_value());
  EXPECT_EQ(refusal(split_it(id)), "complaint.wrong_state");
  ASSERT_EQ(refusal(join_it(id, first)), "none");
  EXPECT_FALSE(found(id).due_at.has_value());
  now_ = now_ + std::chrono::days{30};  // the limit passes meanwhile
  const auto before = world();
  EXPECT_EQ(refusal(split_it(id, R"({"reason": "  "})")), "field.empty reason");
  EXPECT_EQ(refusal(take(bank_.zhou_jun, id, R"({"reason": "另一事"})", split)),
            "complaint.missing");
  EXPECT_EQ(world(), before);
  const auto state = split_it(id);
  ASSERT_EQ(refusal(state), "none");
  EXPECT_EQ(state->state, State::handling) << "as it was";
  const auto view = found(id);
  EXPECT_EQ(view.due_at, due_at) << "and overdue, for the mistake was ours";
  EXPECT_FALSE(view.closed_at.has_value());
  EXPECT_EQ(kinds_of(id).back(), "complaint.split");
  EXPECT_EQ(refusal(split_it(id)), "complaint.wrong_state");
  EXPECT_EQ(refusal(propose_it(id)), "none") << "its handler goes on";
}

TEST_P(SimilarCases, WhatIsSplitOffGoesBackToNobodyWhoIsAccusedMeanwhile) {
  const auto first = registered(whole_complaint).id;
  const auto id = handled();
  ASSERT_EQ(refusal(join_it(id, first)), "none");
  ASSERT_EQ(refusal(take(bank_.chen_yu, id, R"({"accused_id": 211, "reason": "客户点名"})",
                         name_accused)),
            "none");
  EXPECT_EQ(split_it(id)->state, State::accepted) << "to be dispatched anew";
  EXPECT_FALSE(found(id).handler_id.has_value());
  EXPECT_FALSE(found(id).handling_unit_id.has_value());
  EXPECT_EQ(refusal(bank_.read(lin_fang(), [&](Work& work) { return find(work, id); })),
            "complaint.missing");
}

TEST_P(SimilarCases, WhatIsSplitOffMayBeJoinedAgainAndGoesBackToWhereItWasThen) {
  const auto first = registered(whole_complaint).id;
  const auto id = registered(whole_complaint).id;
  ASSERT_EQ(refusal(join_it(id, first)), "none");
  EXPECT_EQ(split_it(id)->state, State::registered);
  ASSERT_EQ(refusal(take(bank_.chen_yu, id, "{}", accept)), "none");
  ASSERT_EQ(refusal(join_it(id, first)), "none");
  EXPECT_EQ(split_it(id)->state, State::accepted);
  follow_counts();
  const auto counts = bank_.read(bank_.chen_yu, [](Work& work) { return count(work); });
  for (const StateCount& one : counts->items)
    EXPECT_EQ(one.count, one.state == State::registered || one.state == State::accepted ? 1 : 0);
  bank_.read(Actor::system(), [&](Work& work) {
    work.now = now_;
    EXPECT_TRUE(clocks::compare_clocks(work, {clock_source()}, 0, 100).differences.empty());
    EXPECT_TRUE(clocks::compare_entries(work, 0, 1000).differences.empty());
    return true;
  });
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, SimilarCases, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::complaints
