// A morning at the desk: 200 referrals in the layouts of three bureaus, one of them with masked
// names, one in GB18030, and two that are complaints the bank already has.
#include "modules/referrals/matching/service.h"

#include <algorithm>
#include <map>
#include <set>

#include <iconv.h>

#include "modules/referrals/referrals_fixture.h"

namespace xb::referrals {
namespace {

std::string gb18030(const std::string& text) {
  iconv_t converter = iconv_open("GB18030", "UTF-8");
  std::string out(text.size() * 2, '\0');
  char* from = const_cast<char*>(text.data());
  std::size_t left = text.size();
  char* to = out.data();
  std::size_t room = out.size();
  EXPECT_EQ(iconv(converter, &from, &left, &to, &room), 0u);
  iconv_close(converter);
  out.resize(out.size() - room);
  return out;
}

constexpr const char* surnames[] = {"赵", "钱", "孙", "周", "吴", "郑", "冯", "陈", "褚", "卫",
                                    "蒋", "沈", "韩", "杨", "朱", "秦", "尤", "许", "何", "吕"};
constexpr const char* given_names[] = {"建国", "秀英", "丽", "强", "海燕", "志明", "芳", "磊"};
constexpr const char* matters[] = {
    "信用卡年费达标后仍被扣收，要求退还",       "提前还款违约金的计算方式未说明，要求重算利息",
    "网点排队两小时无人解释，要求改进服务",     "账户被限制非柜面交易，不知办案机关，要求解除",
    "催收人员反复致电单位同事，要求停止",       "理财产品到期收益低于宣传，要求补足",
    "手机银行转账失败但余额已扣，要求核实到账",
};

std::string number_text(int i) {
  std::string digits = std::to_string(i);
  return std::string(4 - digits.size(), '0') + digits;
}
std::string name_of_person(int i) {
  return std::string{surnames[i % 20]} + given_names[(i / 20 + i) % 8];
}
std::string matter_of(int i) {
  return std::string{matters[i % 7]} + "（第" + std::to_string(i) + "笔）";
}
// Surname and a star for each character that follows.
std::string masked(const std::string& name) {
  std::string out = name.substr(0, 3);
  for (std::size_t i = 3; i < name.size(); i += 3) out += "*";
  return out;
}

class MorningOfReferrals : public Referrals {
 protected:
  static constexpr int nfra_rows = 80;
  static constexpr int pboc_rows = 60;
  static constexpr int city_rows = 60;

  // Masked names, phones with stars; row 17 is the annual fee of Ouyang Mingyue.
  static std::string nfra() {
    std::vector<ListRow> rows;
    for (int i = 0; i < nfra_rows; ++i)
      rows.push_back({"JL2026-" + number_text(i), masked(name_of_person(i)),
                      "139****" + number_text(i), matter_of(i)});
    rows[17] = {"JL2026-0017", "欧***", "138****5678",
                "消费者反映贷款利率与宣传不符，客户经理口头承诺另一利率"};
    return nfra_list(rows);
  }
  // Tails of phones, in GB18030; row 30 is the queue of Li Si.
  static std::string pboc() {
    std::string out = "投诉编号,转办日期,反馈截止日期,投诉人,电话尾号,投诉业务,投诉事项,投诉请求\n";
    for (int i = 0; i < pboc_rows; ++i) {
      const bool is_ours = i == 30;
      out += "RH" + number_text(i) + ",2026-03-01,2026-03-13," +
             (is_ours ? "李四" : name_of_person(i + 100)) + "," +
             (is_ours ? "2222" : number_text(i + 3000)) + ",支付结算," +
             (is_ours ? "在东湖支行排队叫号一个下午没有人办理业务" : matter_of(i + 3)) +
             ",尽快办理\n";
    }
    return gb18030(out);
  }
  // Pasted from a sheet: tabs, a cell with a line break in it.
  static std::string city() {
    std::string out =
        "工单编号\t派单时间\t办结时限\t来电人\t来电号码\t问题分类\t工单内容\t市民诉求\n";
    for (int i = 0; i < city_rows; ++i)
      out += "GD" + number_text(i) + "\t2026/3/1 8:05\t2026年3月9日\t" + surnames[i % 20] +
             "先生\t139" + number_text(i) + number_text(i + 5000) + "\t金融\t\"市民来电反映：\n" +
             matter_of(i + 5) + "\"\t回电\n";
    return out;
  }
  std::vector<Id<Referral>> ids_of(const std::vector<ReferralItem>& items) {
    std::vector<Id<Referral>> out;
    for (const auto& item : items) out.push_back(item.id);
    return out;
  }

  // The two that were complaints with us, and forty of somebody else.
  std::pair<complaints::ComplaintState, complaints::ComplaintState> complained() {
    constexpr int others = 40;
    const auto ouyang = complain(bank_.li_na, R"({"intake_channel": "电话",
        "summary": "贷款利率与宣传不符", "description": "客户经理口头承诺另一利率，实际高出一个点",
        "received_at": "2026-02-10T10:00:00+08:00",
        "complainant": {"name": "欧阳明月", "phone": "138-1234-5678"}})");
    const auto li_si = complain(bank_.zhou_jun, R"({"intake_channel": "柜面", "summary": "排队",
        "description": "排队叫号一个下午没有人办理业务", "received_at": "2026-02-26T10:00:00+08:00",
        "complainant": {"name": "李四", "phone": "13700002222"}})");
    for (int i = 0; i < others; ++i)
      EXPECT_TRUE(
          complain(bank_.li_na, R"({"intake_channel": "电话", "summary": ")" +
                                    std::string{matters[i % 7]} +
                                    R"(", "complainant": {"name": "邹文斌", "phone": "1360000)" +
                                    number_text(i) + R"("}})")
              .has_value());
    return {ouyang.value(), li_si.value()};
  }
  void expect_all_signed_in(const std::vector<ReferralItem>& items) {
    const auto outcomes = signed_in(ids_of(items));
    EXPECT_EQ(std::count_if(outcomes.items.begin(), outcomes.items.end(),
                            [](const auto& one) { return one.state == State::signed_in; }),
              200);
    const auto counts = bank_.read(bank_.chen_yu, [](Work& work) { return count(work); });
    std::int64_t total = 0;
    std::int64_t upgraded = 0;
    for (const auto& row : counts->items) {
      EXPECT_EQ(row.state, State::signed_in);
      total += row.count;
      upgraded += row.upgraded;
    }
    EXPECT_EQ(total, 200);
    EXPECT_EQ(upgraded, 2);
  }
  void expect_tables_back() {
    const std::string table = exported("nfra_12378");
    EXPECT_EQ(std::count(table.begin(), table.end(), '\n'), nfra_rows + 1);
    EXPECT_TRUE(
        table.starts_with("\xEF\xBB\xBF转办编号,转办时间,办理期限,消费者姓名,联系电话,业务类型,"
                          "投诉内容,投诉诉求,签收时间,首次联系时间,是否先行向机构投诉"))
        << table.substr(0, 300);
    EXPECT_NE(table.find("JL2026-0017,2026-03-01 15:20,2026-03-16,欧***,138****5678,银行卡,"),
              std::string::npos);
    EXPECT_NE(table.find("2026-03-02 09:00,,是,,,,已签收"), std::string::npos);
    EXPECT_EQ(bring_in(table, "nfra_12378").known, nfra_rows) << "what went out is known again";
    const std::string orders = exported("work_order_12345");
    EXPECT_NE(orders.find("GD0000,2026-03-01 08:05,2026-03-09,赵**,"), std::string::npos);
  }
};

TEST_P(MorningOfReferrals, TwoHundredAreMatchedSignedInAndExportedAgain) {
  const auto ours = complained();
  const auto& [ouyang, li_si] = ours;
  EXPECT_EQ(bring_in(nfra(), "nfra_12378").created, nfra_rows);
  EXPECT_EQ(bring_in(pboc(), "pboc_12363").created, pboc_rows);
  const auto pasted = bring_in(city(), "work_order_12345", true);
  EXPECT_EQ(pasted.created, city_rows);
  EXPECT_TRUE(pasted.errors.empty());
  EXPECT_EQ(bring_in(pboc(), "pboc_12363").known, pboc_rows);
  const auto items = all();
  ASSERT_EQ(items.size(), 200u);
  EXPECT_EQ(all(bank_.chen_yu, {.filters = {{"matched", {"open"}}}}).size(), 200u);

  const auto lists = candidates(ids_of(items), bank_.chen_yu);
  EXPECT_TRUE(lists.is_whole);
  EXPECT_EQ(lists.compared, 42);
  std::map<std::string, std::string> found_for;
  for (std::size_t i = 0; i < lists.items.size(); ++i)
    if (!lists.items[i].items.empty())
      found_for[items[i].number.str()] = lists.items[i].items[0].number;
  EXPECT_EQ(found_for, (std::map<std::string, std::string>{{"JL2026-0017", ouyang.number},
                                                           {"RH0030", li_si.number}}));

  for (const auto& item : items) {
    const auto known = found_for.find(item.number.str());
    if (known == found_for.end()) continue;
    const auto& complaint = known->second == ouyang.number ? ouyang : li_si;
    ASSERT_TRUE(
        act(match, item.id, R"({"complaint_id": )" + std::to_string(complaint.id.number) + "}")
            .has_value());
    EXPECT_TRUE(found(item.id).is_upgraded) << "he complained to us before";
  }
  expect_all_signed_in(items);
  expect_tables_back();
}

TEST_P(MorningOfReferrals, CandidatesAreThoseOneMaySee) {
  ASSERT_TRUE(complain(bank_.zhou_jun, R"({"intake_channel": "柜面", "summary": "年费扣了两次",
      "complainant": {"name": "王小明", "phone": "13812345678"}})")
                  .has_value());
  bring_in(nfra_list({{"JL-1", "王**", "138****5678", "年费扣了两次"}}), "nfra_12378");
  const auto id = all().at(0).id;
  EXPECT_EQ(candidates({id}, bank_.chen_yu).items.at(0).items.size(), 1u);
  EXPECT_TRUE(candidates({id}, bank_.li_na).items.empty()) << "the referral is not his to see";
  EXPECT_EQ(refusal(find_candidates(ground(bank_.chen_yu), {})), "referral.none_named ids");
}

TEST_P(MorningOfReferrals, AWrongMatchIsCorrectedAndARegisteredCaseIsNone) {
  const auto first = complain(bank_.li_na, R"({"intake_channel": "柜面", "summary": "年费",
      "complainant": {"name": "王小明"}})");
  const auto second = complain(bank_.li_na, R"({"intake_channel": "柜面", "summary": "利息",
      "complainant": {"name": "王小明"}})");
  bring_in(nfra_list({{"JL-1", "王**", "", "年费扣了两次"}, {"JL-2", "王**", "", "年费扣了两次"}}),
           "nfra_12378");
  const auto items = all();
  const auto to = [](Id<complaints::Complaint> id) {
    return R"({"complaint_id": )" + std::to_string(id.number) + "}";
  };
  ASSERT_TRUE(act(match, items[0].id, to(first->id)).has_value());
  ASSERT_TRUE(act(match, items[0].id, to(second->id)).has_value());
  EXPECT_EQ(found(items[0].id).complaint_id, second->id);
  EXPECT_FALSE(found(items[0].id).is_upgraded) << "he came to us after the bureau";
  EXPECT_EQ(refusal(act(match, items[0].id, to({999999}))), "complaint.missing complaint_id");
  ASSERT_TRUE(act(register_case, items[1].id, "{}").has_value());
  EXPECT_EQ(refusal(act(match, items[1].id, to(first->id))), "referral.has_case");
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, MorningOfReferrals, test::each_database,
                         test::name_of_database);

}  // namespace
}  // namespace xb::referrals
