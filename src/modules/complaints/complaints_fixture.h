// A department at work: complaints made up for tests, and the steps that people of the test bank
// take on them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "modules/complaints/closure/service.h"
#include "modules/complaints/opening/service.h"
#include "modules/complaints/reading/service.h"
#include "modules/complaints/registration/service.h"
#include "modules/complaints/withdrawal/service.h"
#include "test/support/bank.h"
#include "test/support/gate.h"
#include "test/support/reading.h"
#include "test/support/world.h"

namespace xb::complaints {

inline Instant at(std::string_view text) { return parse_instant(text).value(); }

// What must never stand in a database in clear.
inline constexpr const char* planted[] = {
    "欧阳明月",
    "13812345678",
    "11010519491231002X",
    "6222021234567890123",
    "mingyue@example.com",
    "文昌路18号",
    "贷款利率",
    "客户经理",
    "退还利息",
    "13987654321",
};

// Everything told, in the JSON of a request.
inline constexpr const char* whole_complaint = R"({
  "source": "监管转送", "intake_channel": "电话", "business_channel": "手机银行",
  "business": "个人消费贷款", "cause": "定价收费",
  "summary": "贷款利率与宣传不符",
  "description": "客户经理口头承诺另一利率，可致电13987654321核实",
  "claim": "退还利息",
  "received_at": "2026-03-01T20:00:00+08:00",
  "complainant": {"name": "欧阳明月", "phone": "138-1234-5678",
                  "identity_number": "11010519491231002X", "card_number": "6222 0212 3456 7890 123",
                  "email": "Mingyue@example.com", "address": "江澜市文昌路18号"}})";
inline constexpr const char* least_complaint =
    R"({"intake_channel": "柜面", "summary": "排队", "complainant": {"name": "李四"}})";

class Department : public testing::TestWithParam<test::Engine> {
 protected:
  Result<Registration> register_as(const Actor& actor, std::string_view json,
                                   Instant now = test::monday) {
    return take_in_as(actor, IntakeKind::complaint, json, now);
  }
  Result<Registration> take_in_as(const Actor& actor, IntakeKind kind, std::string_view json,
                                  Instant now = test::monday) {
    const auto told = input<NewComplaint>(json);
    return bank_.write(actor, now, [&](Work& work) { return take_in(work, kind, told); });
  }
  // One that is there and that Li Na registered.
  Registration registered(std::string_view json = whole_complaint, Instant now = test::monday) {
    const auto state = register_as(bank_.li_na, json, now);
    EXPECT_TRUE(state.has_value()) << refusal(state);
    return *state;
  }
  Result<ComplaintState> close(Id<Complaint> id,
                               std::string_view json = R"({"result": "当场解释，客户接受"})",
                               Instant now = test::monday + std::chrono::hours{1}) {
    const auto closure = input<Closure>(json);
    return bank_.write(bank_.chen_yu, now,
                       [&](Work& work) { return complaints::close(work, id, closure); });
  }
  Result<ComplaintState> withdraw(Id<Complaint> id,
                                  std::string_view json = R"({"proof": "signed_paper"})",
                                  Instant now = test::monday + std::chrono::hours{1}) {
    const auto withdrawal = input<Withdrawal>(json);
    return bank_.write(bank_.chen_yu, now,
                       [&](Work& work) { return complaints::withdraw(work, id, withdrawal); });
  }

  Result<ComplaintView> found(Id<Complaint> id, const Actor& actor) {
    return bank_.read(actor, [&](Work& work) { return find(work, id); });
  }
  ComplaintView found(Id<Complaint> id) { return *found(id, bank_.chen_yu); }
  std::vector<evidence::TimelineEntry> entries_of(std::int64_t subject) {
    return bank_.read(bank_.chen_yu,
                      [&](Work& work) { return evidence::timeline(work, subject, 0, 1000); });
  }
  std::vector<std::string> kinds_of(Id<Complaint> id) {
    std::vector<std::string> out;
    for (const auto& entry : entries_of(id.number)) out.push_back(entry.kind);
    return out;
  }
  // The personal fields of the n-th entry on a complaint, as JSON in clear.
  std::string sealed_in(Id<Complaint> id, std::int64_t n) {
    constexpr std::size_t salt_bytes = 32;
    return bank_.read(bank_.chen_yu, [&](Work& work) {
      const auto sealed = work.tx.one<std::string>(
          "SELECT sealed FROM evidence_entries WHERE subject_id = ? AND n = ?", id.number, n);
      const auto key = sealing::key(work, find_complaint(work, Actor::system(), id)->key_id);
      return key.open(*sealed, "evidence_entries.sealed/" + std::to_string(n), id.number)
          .substr(salt_bytes);
    });
  }
  // Everything stored: what a command that is refused leaves as it was.
  test::World world() { return test::world(bank_.database()); }

  test::Gate gate_;
  test::Bank bank_{GetParam(), gate_.pass()};
};

}  // namespace xb::complaints
