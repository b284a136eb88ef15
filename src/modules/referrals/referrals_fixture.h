// A department that works off referrals: lists of bureaus made up without chance, and the steps
// that people of the test bank take on them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/assets.h"
#include "modules/complaints/reading/service.h"
#include "modules/complaints/registration/service.h"
#include "modules/referrals/account/service.h"
#include "modules/referrals/arrival/service.h"
#include "modules/referrals/exporting/service.h"
#include "modules/referrals/handling/service.h"
#include "modules/referrals/matching/service.h"
#include "modules/referrals/opening/service.h"
#include "modules/referrals/reading/service.h"
#include "modules/referrals/service.h"
#include "test/support/bank.h"
#include "test/support/people.h"
#include "test/support/reading.h"
#include "test/support/world.h"

namespace xb::referrals {

// A list of 12378 with these rows: number, name, phone, text.
struct ListRow {
  std::string number;
  std::string name;
  std::string phone;
  std::string text;
};
inline std::string nfra_list(const std::vector<ListRow>& rows, char delimiter = ',') {
  const std::string d(1, delimiter);
  std::string out = "转办编号" + d + "转办时间" + d + "办理期限" + d + "消费者姓名" + d +
                    "联系电话" + d + "业务类型" + d + "投诉内容" + d + "投诉诉求\n";
  for (const ListRow& row : rows)
    out += row.number + d + "2026-03-01 15:20" + d + "2026/3/16" + d + row.name + d + row.phone +
           d + "银行卡" + d + row.text + d + "退还费用\n";
  return out;
}

inline constexpr const char* account_json = R"({
  "basic_facts": "消费者反映年费重复扣收", "contacts": "3月2日首次联系，录音留存",
  "findings": "系统重复出账", "outcome": "已退还一次年费", "responsibility": "有责"})";

class Referrals : public testing::TestWithParam<test::Engine> {
 protected:
  Referrals() {
    second_ = bank_.chen_yu;
    second_.person = {204};
  }

  exchange::Ground ground(const Actor& actor) {
    return {bank_.database(), test::keys(),       [this] { return now_; }, Zone{}, actor, {},
            &bank_.limits(),  &bank_.taxonomies()};
  }
  exchange::Report bring_in(const std::string& bytes, const std::string& name,
                            bool is_pasted = false) {
    const auto target = import_target();
    auto mapping = exchange::Mapping::parse(*asset("data/mappings/referrals/" + name + ".toml"),
                                            target.fields);
    EXPECT_TRUE(mapping.has_value()) << refusal(mapping);
    if (is_pasted) mapping->csv = exchange::pasted;
    auto import = exchange::Import::begin(ground(bank_.chen_yu), target, *mapping, bytes, false);
    EXPECT_TRUE(import.has_value()) << refusal(import);
    return (*import)->finish();
  }

  Result<complaints::ComplaintState> complain(const Actor& actor, std::string_view json) {
    const auto complaint = input<complaints::NewComplaint>(json);
    return bank_.write(actor, now_,
                       [&](Work& work) { return complaints::register_complaint(work, complaint); });
  }

  template <class Out, class Input>
  Result<Out> act(Result<Out> (*command)(Work&, Id<Referral>, const Input&), Id<Referral> id,
                  std::string_view json, const Actor& actor) {
    const auto read = input<Input>(json);
    return bank_.write(actor, now_, [&](Work& work) { return command(work, id, read); });
  }
  template <class Out, class Input>
  Result<Out> act(Result<Out> (*command)(Work&, Id<Referral>, const Input&), Id<Referral> id,
                  std::string_view json) {
    return act(command, id, json, bank_.chen_yu);
  }
  SignInOutcomes signed_in(const std::vector<Id<Referral>>& ids) {
    const auto out = bank_.write(bank_.chen_yu, now_, [&](Work& work) {
      return sign_in(work, {ids, {}});
    });
    EXPECT_TRUE(out.has_value()) << refusal(out);
    return *out;
  }
  CandidateLists candidates(const std::vector<Id<Referral>>& ids, const Actor& actor) {
    const auto out = find_candidates(ground(actor), {ids});
    EXPECT_TRUE(out.has_value()) << refusal(out);
    return *out;
  }

  std::vector<ReferralItem> all(const Actor& actor, storage::ListRequest request = {}) {
    request.limit = 200;
    const auto page = bank_.read(actor, [&](Work& work) { return list(work, request); });
    EXPECT_TRUE(page.has_value()) << refusal(page);
    return page->items;
  }
  std::vector<ReferralItem> all() { return all(bank_.chen_yu); }
  Result<ReferralView> found(Id<Referral> id, const Actor& actor) {
    return bank_.read(actor, [&](Work& work) { return find(work, id); });
  }
  ReferralView found(Id<Referral> id) { return *found(id, bank_.chen_yu); }
  std::vector<std::string> kinds_of(Id<Referral> id) {
    std::vector<std::string> out;
    bank_.read(bank_.chen_yu, [&](Work& work) {
      for (const auto& entry : evidence::timeline(work, id.number, 0, 100))
        out.push_back(entry.kind);
      return true;
    });
    return out;
  }
  std::string exported(const std::string& mapping) {
    const auto next = export_referrals(ground(bank_.chen_yu), {}, mapping, ExportFormat::csv, {});
    EXPECT_TRUE(next.has_value()) << refusal(next);
    std::string out;
    while (const auto part = (*next)()) out += *part;
    return out;
  }

  test::Bank bank_{GetParam()};
  Actor second_;  // another at the desk of Chen Yu
  Instant now_ = test::monday;
};

}  // namespace xb::referrals
